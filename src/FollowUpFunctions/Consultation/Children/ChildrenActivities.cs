using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Children;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation.Children;

public sealed class ChildrenActivities(
    CyclesTable cycles, InvitationsTable invitations, VoicesTable voices, SafeguardingMail mail, ChildrenTold told, JournalTable journal, TimeProvider clock)
{
    /// <summary>
    /// Whether children may be asked: there are groups, a safeguarding contact, a complaint address and a helpline, and the contact's address takes
    /// mail. The contact hears of it before any child does; the journal says why children are not asked.
    /// </summary>
    [Function(nameof(MayAskChildren))]
    public async Task<bool> MayAskChildren([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (contents.Settings.Cancelled is not null || contents.Stakeholders.All(s => s.Category != StakeholderCategory.ChildrenAndYouth))
            return false;
        string? why = contents.Settings.Children is null ? "no safeguarding contact, complaint address and helpline are set"
            : await mail.SendAsync(cycle, SafeguardingLetterKind.Welcome, 1, cancellation) ? null
            : "the safeguarding contact's address takes no mail";
        if (why is not null)
            await journal.WriteAsync(cycle, new(JournalEvents.ChildrenNotAsked, clock.GetUtcNow(), ChildrensRounds.Consultation.Id, why), cancellation);
        return why is null;
    }

    [Function(nameof(SealVoices))]
    public async Task SealVoices([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef reference = new(cycle, ChildrensRounds.Consultation.Id);
        if (await cycles.Rounds.FindAsync(reference, cancellation) is not { ClosedAt: { } closed } round)
            return;
        int came = 0;
        foreach (Invitation adult in await invitations.CountedAsync(reference, round.Pages, cancellation))
            came += await voices.SealAsync(ChildrensGroups.Of(adult), cancellation);
        await journal.WriteAsync(cycle, new(JournalEvents.VoicesSealed, closed, reference.Round, $"{came} voices"), cancellation);
    }

    /// <summary>Whether there are words that nobody has reviewed. Once the round that asks for it has opened, it is run to its end.</summary>
    [Function(nameof(VoicesWait))]
    public async Task<bool> VoicesWait([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        await cycles.Rounds.FindAsync(new(cycle, ChildrensRounds.Review.Id), cancellation) is not null
        || (await voices.SealedAsync(cycle, cancellation)).Any(v => !v.Voice.IsReviewed);

    [Function(nameof(ReadFeedback))]
    public async Task<ChildrensFeedback> ReadFeedback([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        List<Round> asked = [.. (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => ChildrensRounds.IsTelling(r.Id))];
        if (asked.Find(r => r.IsOpen) is { } open)
            return new(open.Id, null);
        if ((await voices.SealedAsync(cycle, cancellation)).Count == 0 || await told.FindAsync(cycle, cancellation) is not null)
            return new(null, null);
        CycleState state = (await cycles.FindAsync(cycle, cancellation))!;
        DateTimeOffset? later = state.Settings.Cancelled is null ? asked.Max(r => r.ClosedAt) + state.Settings.CoordinatorReminderEvery : null;
        return new(ChildrensRounds.TellingRound(asked.Count + 1), later > clock.GetUtcNow() ? later.Value.UtcDateTime : null);
    }

    /// <returns>Whether there is anything to tell.</returns>
    [Function(nameof(NoteChildrenTold))]
    public async Task<bool> NoteChildrenTold([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        if ((await voices.SealedAsync(cycle, cancellation)).Count == 0 || await told.FindAsync(cycle, cancellation) is not { } letter)
            return false;
        Round? asked = (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => ChildrensRounds.IsTelling(r.Id)).MaxBy(r => r.ClosedAt);
        string detail = string.Join(", ", letter.Texts.Keys.Order(StringComparer.Ordinal));
        await journal.WriteAsync(
            cycle, new(JournalEvents.ChildrenTold, asked?.ClosedAt ?? clock.GetUtcNow(), ChildrensRounds.Consultation.Id, detail), cancellation);
        return true;
    }
}
