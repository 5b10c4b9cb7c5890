using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Cycles;

/// <summary>
/// Every five minutes finds what was written and never acted upon: cycles that were not started, decisions not carried out, rounds in which nobody
/// is left to answer, mails of which nobody knows whether they were taken.
/// </summary>
public sealed partial class Sweeper(
    CyclesTable cycles, DecisionsTable onRecord, InvitationsTable invitations, DecisionTaking decisions, MeetingNotices notices, MailSettling mails, CycleWatch watch,
    KeyMarks marks, TimeProvider clock, ILogger<Sweeper> logger)
{
    [Function(nameof(Sweep))]
    public async Task Sweep(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        await marks.NoteAsync(cancellation);
        int unsettled = await mails.SettleAsync(cancellation);
        IReadOnlyList<string> all = await cycles.ListAsync(cancellation);
        int stuck = 0;
        foreach (string id in all)
        {
            try
            {
                if (await SweepAsync(durable, id, cancellation) is not { } why)
                    continue;
                Log.Stuck(logger, id, why);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One cycle must not keep the sweep from the others.
                Log.NotSwept(logger, id, e);
            }

            stuck++;
        }

        Log.Done(logger, all.Count, stuck, unsettled);
    }

    /// <returns>Why the cycle does not go on by itself, or null.</returns>
    private async Task<string?> SweepAsync(DurableTaskClient durable, string id, CancellationToken cancellation)
    {
        // One that was restored goes nowhere any more, and mails nobody.
        if (await cycles.FindAsync(id, cancellation) is not { RestoredAt: null } cycle)
            return null;
        if (cycle.Settings.Cancelled is null)
            return cycle.EndedAt is null ? await SweepAsync(durable, cycle, cancellation) : null;
        await EndAsync(durable, cycle, cancellation);
        return null;
    }

    private async Task<string?> SweepAsync(DurableTaskClient durable, CycleState cycle, CancellationToken cancellation)
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

        return await watch.LookAsync(durable, id, open, cancellation);
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

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.SweepDone, Level = LogLevel.Debug, Message = "Swept: {Cycles} cycles on record, {Stuck} of them stuck; {Unsettled} batches of mail were open.")]
        public static partial void Done(ILogger logger, int cycles, int stuck, int unsettled);

        [LoggerMessage(EventId = 2, EventName = Alerts.CycleStuck, Level = LogLevel.Error, Message = "The cycle {Cycle} does not go on: {Why}.")]
        public static partial void Stuck(ILogger logger, string cycle, string why);

        [LoggerMessage(EventId = 3, EventName = Alerts.CycleStuck, Level = LogLevel.Error, Message = "The cycle {Cycle} could not be swept; the next sweep tries again.")]
        public static partial void NotSwept(ILogger logger, string cycle, Exception exception);
    }
}
