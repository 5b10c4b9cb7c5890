using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Progress;

/// <summary>Tells the coordinators what is still overdue when a round is over, once for each deadline, with letters ready to send.</summary>
public sealed class EscalationActivities(
    CyclesTable cycles, PlanComposer plans, InvitationsTable invitations, Outbox outbox, JournalTable journal, TimeProvider clock)
{
    /// <summary>Notes first of what is told, then tells it, then marks the round as settled: tried again, it tells the same in the same mail.</summary>
    [Function(nameof(EscalateOverdue))]
    public async Task EscalateOverdue([ActivityTrigger] RoundRef round, CancellationToken cancellation)
    {
        Round onRecord = (await cycles.Rounds.FindAsync(round, cancellation))!;
        if (onRecord.SettledAt is not null)
            return;
        CycleContents cycle = await plans.CurrentAsync(round.Cycle, cancellation);
        DateTimeOffset closed = onRecord.ClosedAt!.Value;
        IReadOnlyList<OverdueItem> overdue = Overdue.ToEscalate(
            cycle.Settings, cycle.Items, round.Round, ProgressAudiences.Day(cycle.Settings, onRecord.OpenedAt!.Value), ProgressAudiences.Day(cycle.Settings, closed));
        if (overdue.Count > 0)
        {
            await cycles.ChangeItemsAsync(round.Cycle, items => Overdue.Escalate(items, overdue, round.Round, closed), cancellation);
            await TellAsync(round, cancellation);
            int organisations = overdue.Select(o => o.Deadline.Organisation).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
            string detail = string.Create(CultureInfo.InvariantCulture, $"{overdue.Count} deadlines, {organisations} organisations, {overdue.Count(o => o.IsSilent)} silent");
            await journal.WriteAsync(round.Cycle, new(JournalEvents.OverdueEscalated, closed, round.Round, detail), cancellation);
        }

        DateTimeOffset now = clock.GetUtcNow();
        await cycles.Rounds.ChangeAsync(round, r => r with { SettledAt = r.SettledAt ?? now }, cancellation);
    }

    // Coordinators have no invitation to a progress round: theirs to the review of the plan stands for them.
    private async Task TellAsync(RoundRef round, CancellationToken cancellation)
    {
        RoundRef review = new(round.Cycle, RoundKinds.PlanReview.Id);
        int ordinal = Escalations.Ordinal(await cycles.Rounds.ListAsync(round.Cycle, cancellation), round.Round);
        int pages = (await cycles.Rounds.FindAsync(review, cancellation))?.Pages ?? 0;
        for (int page = 0; page < pages; page++)
        {
            PageRef reference = new(review.Cycle, review.Round, page);
            List<Invitation> coordinators = await invitations.PageAsync(reference, cancellation);
            await outbox.SendAsync(new(reference, MailKind.Overdue, ordinal), [.. coordinators.Where(i => i.Bounced is null)], cancellation);
        }
    }
}

/// <summary>Which escalation belongs to which round.</summary>
internal static class Escalations
{
    /// <summary>The place of a round among those that have asked for progress, from 1: no other opens before it any more.</summary>
    public static int Ordinal(IEnumerable<Round> rounds, string round) =>
        InOrder(rounds).ToList().FindIndex(r => r.Id == round) + 1;

    /// <summary>The round with that place, or null.</summary>
    public static string? Round(IEnumerable<Round> rounds, int ordinal) => InOrder(rounds).ElementAtOrDefault(ordinal - 1)?.Id;

    private static IEnumerable<Round> InOrder(IEnumerable<Round> rounds) =>
        rounds.Where(r => RoundKinds.Find(r.Id) is { } kind && (kind == RoundKinds.Progress || kind == RoundKinds.Due))
            .OrderBy(r => r.OpenedAt).ThenBy(r => r.Id, StringComparer.Ordinal);
}
