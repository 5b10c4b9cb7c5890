using FollowUp.Domain.Advocacy;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>The letters as somebody might change them in good faith. Each change breaks orchestrations that are under way.</summary>
public static class ChangedLetters
{
    private const string Planned = nameof(AdvocacyActivities.AreLettersPlanned);
    private const string Replies = nameof(AdvocacyActivities.RecordReplies);

    public static class OneMore
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync(Replies, Letters(context, 1), Retries.Storage);
            await context.CallActivityAsync<bool>(Planned, Letters(context, 1), Retries.Storage);
            return false;
        }
    }

    public static class OneLess
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (int number = 1; await context.CallActivityAsync<bool>(Planned, Letters(context, number), Retries.Storage); number++)
                await RunRoundAsync(context, number);
            return false;
        }
    }

    public static class Moved
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (int number = 1; await context.CallActivityAsync<bool>(Planned, Letters(context, number), Retries.Storage); number++)
            {
                await context.CallActivityAsync(Replies, Letters(context, number), Retries.Storage);
                await RunRoundAsync(context, number);
            }

            return false;
        }
    }

    public static class Renamed
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<bool>("LettersArePlanned", Letters(context, 1), Retries.Storage);
    }

    public static class OtherInput
    {
        [Function(nameof(AdvocacyOrchestrator))]
        public static Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<bool>(Planned, context.GetInput<string>(), Retries.Storage);
    }

    private static RoundRef Letters(TaskOrchestrationContext context, int number) => new(context.GetInput<string>()!, LetterDates.Round(number));

    private static Task<bool> RunRoundAsync(TaskOrchestrationContext context, int number)
    {
        RoundRef letters = Letters(context, number);
        return context.RunRoundAsync(letters.Cycle, letters.Round);
    }
}
