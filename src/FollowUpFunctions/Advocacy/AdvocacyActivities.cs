using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Advocacy;

public sealed class AdvocacyActivities(CyclesTable cycles, RoundAnswers answers, JournalTable journal)
{
    [Function(nameof(AreLettersPlanned))]
    public async Task<bool> AreLettersPlanned([ActivityTrigger] RoundRef letters, CancellationToken cancellation) =>
        LetterDates.Window((await cycles.CurrentFactsAsync(letters.Cycle, cancellation)).Settings, letters.Round) is not null;

    /// <summary>Takes the replies into the plan; the next version that is published says them.</summary>
    [Function(nameof(RecordReplies))]
    public async Task RecordReplies([ActivityTrigger] RoundRef letters, CancellationToken cancellation)
    {
        if (await cycles.Rounds.FindAsync(letters, cancellation) is not { ClosedAt: { } closed })
            return;
        CycleContents contents = await cycles.ContentsAsync(letters.Cycle, cancellation);
        IReadOnlyList<SubmittedAnswer> replies = await answers.CountedAsync(letters, cancellation);
        await cycles.ChangeItemsAsync(letters.Cycle, items => LetterReplies.Record(contents with { Items = items }, letters.Round, replies), cancellation);
        await journal.WriteAsync(letters.Cycle, new(JournalEvents.LettersAnswered, closed, letters.Round, $"{replies.Count} replies"), cancellation);
    }
}
