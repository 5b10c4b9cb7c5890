using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>
/// Every five minutes finds what was written and never acted upon: cycles that were not started, decisions not carried out, rounds in which nobody
/// is left to answer, mails of which nobody knows whether they were taken.
/// </summary>
public sealed class Sweeper(CyclesTable cycles, DecisionsTable onRecord, InvitationsTable invitations, DecisionTaking decisions, MeetingNotices notices, MailSettling mails, TimeProvider clock)
{
    [Function(nameof(Sweep))]
    public async Task Sweep(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        await mails.SettleAsync(cancellation);
        foreach (string id in await cycles.ListAsync(cancellation))
        {
            // One that was restored goes nowhere any more, and mails nobody.
            if (await cycles.FindAsync(id, cancellation) is not { RestoredAt: null } cycle)
                continue;
            if (cycle.Settings.Cancelled is not null)
                await EndAsync(durable, cycle, cancellation);
            else if (cycle.EndedAt is null)
                await SweepAsync(durable, cycle, cancellation);
        }
    }

    private async Task SweepAsync(DurableTaskClient durable, CycleState cycle, CancellationToken cancellation)
    {
        string id = cycle.Settings.Id;
        if (cycle.Phase is null)
            await durable.StartCycleAsync(id, cancellation);
        foreach (DecisionOnRecord decision in await onRecord.ToCarryOutAsync(id, cancellation))
            await decisions.CarryOutAsync(durable, id, decision, cancellation);
        if (Meetings.All.Any(m => notices.IsAhead(Meetings.Find(cycle.Settings, m)!)))
            await notices.StartAsync(durable, id, cancellation);

        List<Round> open = [.. (await cycles.Rounds.ListAsync(id, cancellation)).Where(r => r.IsOpen)];
        foreach (Round round in open)
        {
            RoundRef reference = new(id, round.Id);
            List<Invitation> all = await invitations.CountedAsync(reference, round.Pages, cancellation);
            RoundDue due = ReminderSchedule.Next(round, Invitation.Awaited(round, all), clock.GetUtcNow());
            // The end itself is the orchestration's own timer to notice.
            if (due.By is ClosedBy.Completeness or ClosedBy.Decision && all.Count >= round.Invited)
                await decisions.TellAsync(durable, reference, cancellation);
        }
    }

    /// <summary>Finishes what cancelling a cycle began: its decision, the mails about its meetings, its orchestrations.</summary>
    private async Task EndAsync(DurableTaskClient durable, CycleState cycle, CancellationToken cancellation)
    {
        string id = cycle.Settings.Id;
        if (Meetings.All.Any(m => notices.IsAhead(Meetings.Find(cycle.Settings, m)!)))
            await notices.StartAsync(durable, id, cancellation);
        if (cycle.EndedAt is not null)
            return;
        foreach (DecisionOnRecord decision in await onRecord.ToCarryOutAsync(id, cancellation))
            await decisions.CarryOutAsync(durable, id, decision, cancellation);
        await decisions.TellAsync(durable, id, CancelCycle.Rounds(cycle.Settings, await cycles.Rounds.ListAsync(id, cancellation)), cancellation);
        // One whose orchestration is gone starts once more, finds that it was cancelled, and ends.
        await durable.StartCycleAsync(id, cancellation);
    }
}
