using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Progress;

public sealed class ProgressActivities(CyclesTable cycles, PlanComposer plans, RoundAnswers answers, JournalTable journal, TimeProvider clock)
{
    /// <returns>The id of the round whose turn it is, or null where progress is over.</returns>
    [Function(nameof(NextProgressRound))]
    public async Task<string?> NextProgressRound([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        ProgressDates.Next(await plans.CurrentAsync(cycle, cancellation), await cycles.Rounds.ListAsync(cycle, cancellation), clock.GetUtcNow());

    /// <returns>Whether the round was held: one about deadlines is not where nobody is left to ask.</returns>
    [Function(nameof(RecordProgress))]
    public async Task<bool> RecordProgress([ActivityTrigger] RoundRef round, CancellationToken cancellation)
    {
        if (await cycles.Rounds.FindAsync(round, cancellation) is not { ClosedAt: { } closed })
            return false;
        CycleContents contents = await cycles.ContentsAsync(round.Cycle, cancellation);
        IReadOnlyList<SubmittedAnswer> reports = await answers.CountedAsync(round, cancellation);
        await cycles.ChangeItemsAsync(round.Cycle, items => StatusReports.Record(items, contents, round.Round, reports), cancellation);
        await journal.WriteAsync(round.Cycle, new(JournalEvents.ProgressRecorded, closed, round.Round, $"{reports.Count} reports"), cancellation);
        return true;
    }
}
