using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Progress;

/// <summary>
/// After the workshops: round by round asks where things stand, in the rounds of the calendar and at the deadlines between them, publishes the answers
/// and tells the coordinators what is overdue. Input: the cycle's id. Its history grows with the rounds, of which a calendar has a few dozen at most.
/// </summary>
public static class ProgressOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(ProgressOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        while (await context.CallActivityAsync<string?>(nameof(ProgressActivities.NextProgressRound), cycle, Retries.Storage) is { } next)
        {
            RoundRef round = new(cycle, next);
            if (await context.RunRoundAsync(cycle, next))
                return true;
            if (!await context.CallActivityAsync<bool>(nameof(ProgressActivities.RecordProgress), round, Retries.Storage))
                continue;
            if (await context.PublishAsync(cycle, next))
                return true;
            await context.CallActivityAsync(nameof(EscalationActivities.EscalateOverdue), round, Retries.Storage);
        }

        return false;
    }
}
