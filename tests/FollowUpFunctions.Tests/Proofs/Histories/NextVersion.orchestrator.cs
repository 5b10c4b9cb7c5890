using FollowUp.Domain.Advocacy;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>The letters as a next version might have them: from 1.1 on replies are taken in before the next letters are planned too.</summary>
public static class NextVersion
{
    /// <summary>As it is done: what is new is behind the version that the instance began with.</summary>
    public static class Branched
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            string cycle = context.GetInput<string>()!;
            for (int number = 1; ; number++)
            {
                RoundRef letters = new(cycle, LetterDates.Round(number));
                if (context.CompareVersionTo("1.1") >= 0)
                    await context.CallActivityAsync(nameof(AdvocacyActivities.RecordReplies), letters, Retries.Storage);
                if (!await context.CallActivityAsync<bool>(nameof(AdvocacyActivities.AreLettersPlanned), letters, Retries.Storage))
                    return false;
                if (await context.RunRoundAsync(cycle, letters.Round))
                    return true;
                await context.CallActivityAsync(nameof(AdvocacyActivities.RecordReplies), letters, Retries.Storage);
            }
        }
    }

    /// <summary>A parent that waits for what it is told, and then has a child say its version.</summary>
    public static class Parent
    {
        [Function("VersionedParent")]
        public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<object?>("GoOn");
            string child = await context.CallSubOrchestratorAsync<string>("VersionedChild", options: new TaskOptions().WithInstanceId("child"));
            return $"parent {context.Version}, child {child}";
        }
    }

    public static class Child
    {
        [Function("VersionedChild")]
        public static Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.Version);
    }
}
