using Microsoft.DurableTask;

namespace FollowUpFunctions.Rounds;

public static class RunRound
{
    /// <summary>Runs a round of a cycle to its end; on a second run, when it was closed before, it ends at once.</summary>
    public static Task RunRoundAsync(this TaskOrchestrationContext context, string cycle, string round)
    {
        RoundRef reference = new(cycle, round);
        return context.CallSubOrchestratorAsync(
            nameof(RoundOrchestrator), reference, new TaskOptions().WithInstanceId(reference.InstanceId));
    }
}
