using FollowUp.Domain.Advocacy;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Advocacy;

/// <summary>
/// After the plan is out: letters at the interval that the coordinators set, to whom the plan waits for, until everything is done or the cycle is over.
/// Runs beside the phases that follow. Input: the cycle's id.
/// </summary>
public static class AdvocacyOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(AdvocacyOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        for (int number = 1; ; number++)
        {
            RoundRef letters = new(cycle, LetterDates.Round(number));
            if (!await context.CallActivityAsync<bool>(nameof(AdvocacyActivities.AreLettersPlanned), letters, Retries.Storage))
                return false;
            if (await context.RunRoundAsync(cycle, letters.Round))
                return true;
            await context.CallActivityAsync(nameof(AdvocacyActivities.RecordReplies), letters, Retries.Storage);
        }
    }
}
