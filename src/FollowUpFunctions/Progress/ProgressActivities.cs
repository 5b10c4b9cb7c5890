using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Progress;

public sealed class ProgressActivities(CyclesTable cycles, RoundAnswers answers, JournalTable journal)
{
    [Function(nameof(ListProgressRounds))]
    public async Task<string[]> ListProgressRounds([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        [.. (await cycles.CurrentFactsAsync(cycle, cancellation)).Settings.ProgressRounds];

    [Function(nameof(RecordProgress))]
    public async Task RecordProgress([ActivityTrigger] RoundRef round, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(round.Cycle, cancellation);
        IReadOnlyList<SubmittedAnswer> reports = await answers.CountedAsync(round, cancellation);
        await cycles.ChangeItemsAsync(round.Cycle, items => StatusReports.Record(items, contents, round.Round, reports), cancellation);
        DateTimeOffset closed = (await cycles.Rounds.FindAsync(round, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(round.Cycle, new(JournalEvents.ProgressRecorded, closed, round.Round, $"{reports.Count} reports"), cancellation);
    }
}
