using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>All that is held about a contact, to be handed over; nothing of anybody else.</summary>
public sealed record PersonHeld(
    string Cycle,
    DateTimeOffset At,
    Contact Contact,
    bool OptedOut,
    string? Unreached,
    IReadOnlyList<InvitationHeld> Invitations,
    IReadOnlyList<DecisionHeld> Decisions,
    IReadOnlyList<JournalEntry> Journal);

/// <param name="Draft">What was begun and not sent; null for nothing.</param>
public sealed record InvitationHeld(
    string Round,
    string Id,
    IReadOnlyList<string> Asked,
    DateTimeOffset? Sent,
    DateTimeOffset? Started,
    DateTimeOffset? Submitted,
    DateTimeOffset? Bounced,
    DateTimeOffset? Unsubscribed,
    int Reminded,
    IReadOnlyList<AnswerHeld> Answers,
    AnswerSheet? Draft,
    IReadOnlyList<MailHeld> Mails);

/// <param name="Counted">Whether it is the one that counted when the round closed.</param>
public sealed record AnswerHeld(int Revision, bool Counted, AnswerSheet Sheet);

/// <param name="Key">Such as <c>consultation~Reminder~2~…</c>; no link is in it.</param>
public sealed record MailHeld(
    string Key, int Tries, DateTimeOffset? Accepted, DateTimeOffset? Delivered, DateTimeOffset? Bounced, DateTimeOffset? Complained);

/// <param name="Note">The coordinators' reason, without the names of others.</param>
public sealed record DecisionHeld(string Id, string Kind, DateTimeOffset At, string? Note);

/// <summary>Gathers what is held about a contact.</summary>
public sealed class PersonExport(
    CyclesTable cycles, InvitationsTable invitations, AnswersTable answers, OutboxTable outbox, StoppedAddresses stopped, DecisionsTable decisions, JournalTable journal, TimeProvider clock)
{
    /// <returns>Null where there is no such contact, or none any more.</returns>
    public async Task<PersonHeld?> ReadAsync(string cycle, string who, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        if (facts.ContactOf(who) is not { } contact || (contact.Name.Length == 0 && contact.Email.Length == 0))
            return null;

        List<InvitationHeld> held = [];
        foreach (Round round in await cycles.Rounds.ListAsync(cycle, cancellation))
        {
            if (await invitations.OfPersonAsync(new(cycle, round.Id), round.Pages, who, cancellation) is { } invitation)
                held.Add(await ReadAsync(invitation, cancellation));
        }

        Discretion others = new(contents with
        {
            Stakeholders = [.. contents.Stakeholders.Where(s => s.Id != who)],
            Settings = contents.Settings with
            {
                Coordinators = [.. contents.Settings.Coordinators.Where((_, n) => Contact.CoordinatorId(n) != who)],
                Translators = [.. contents.Settings.Translators.Where((_, n) => Contact.TranslatorId(n) != who)],
            },
        });
        HashSet<string> subjects = [who, .. held.Select(i => i.Id)];
        IReadOnlyDictionary<string, Stopped> unreached = await stopped.ListAsync(cycle, cancellation);
        return new(
            cycle,
            clock.GetUtcNow(),
            contact,
            (await cycles.OptedOutAsync(cycle, cancellation)).Contains(who),
            unreached.GetValueOrDefault(StoppedAddresses.Fingerprint(contact.Email))?.Reason,
            held,
            [.. (await decisions.ListAsync(cycle, cancellation)).Where(d => d.Who == who || d.Came?.Contains(who) == true).OrderBy(d => d.At).Select(d => new DecisionHeld(d.Id, d.Kind, d.At, others.OfOptional(d.Note)))],
            [.. (await journal.ReadAsync(cycle, int.MaxValue, cancellation)).Where(e => e.Subject.Split('~').Any(subjects.Contains)).Select(e => e with { Detail = others.OfOptional(e.Detail) })]);
    }

    private async Task<InvitationHeld> ReadAsync(Invitation i, CancellationToken cancellation)
    {
        List<AnswerHeld> revisions = [];
        for (int revision = 1; revision <= i.Revision; revision++)
        {
            if (await answers.RevisionAsync(i.Ref, revision, cancellation) is { } sheet)
                revisions.Add(new(revision, revision == i.Frozen, sheet));
        }

        IReadOnlyList<OutboxMail> mails = await outbox.OfInvitationAsync(i.Ref, cancellation);
        return new(
            i.Ref.Round, i.Ref.Id, i.Asked, i.Sent, i.Started, i.Submitted, i.Bounced, i.Unsubscribed, i.Reminded, revisions, (await answers.DraftAsync(i.Ref, cancellation))?.Sheet,
            [.. mails.Select(m => new MailHeld(m.Key, m.Tries, m.Accepted, m.Delivered, m.Bounced, m.Complained))]);
    }
}
