using Microsoft.DurableTask;

namespace FollowUpFunctions.Rounds;

public static class RunRound
{
    /// <summary>Runs a round of a cycle to its end; on a second run, when it was closed before, it ends at once.</summary>
    /// <returns>Whether the cycle was cancelled: then nothing comes after it.</returns>
    public static Task<bool> RunRoundAsync(this TaskOrchestrationContext context, string cycle, string round)
    {
        RoundRef reference = new(cycle, round);
        return context.CallSubOrchestratorAsync<bool>(
            nameof(RoundOrchestrator), reference, new TaskOptions().WithInstanceId(reference.InstanceId));
    }
}
