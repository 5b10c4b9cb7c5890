using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Progress;

/// <summary>After the workshops: round by round asks where things stand, and publishes the answers. Input: the cycle's id.</summary>
public static class ProgressOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(ProgressOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        string[] rounds = await context.CallActivityAsync<string[]>(nameof(ProgressActivities.ListProgressRounds), cycle, Retries.Storage);
        foreach (string round in rounds)
        {
            if (await context.RunRoundAsync(cycle, round))
                return true;
            await context.CallActivityAsync(nameof(ProgressActivities.RecordProgress), new RoundRef(cycle, round), Retries.Storage);
            if (await context.PublishAsync(cycle, round))
                return true;
        }

        return false;
    }
}
