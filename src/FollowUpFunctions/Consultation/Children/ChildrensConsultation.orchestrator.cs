using FollowUp.Domain.Children;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// Asks the children's groups, and gives their voices an order of chance when that is over, also when the cycle was cancelled. Input: the cycle's id.
/// </summary>
public static class ChildrensConsultationOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(ChildrensConsultationOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        if (!await context.CallActivityAsync<bool>(nameof(ChildrenActivities.MayAskChildren), cycle, Retries.Storage))
            return false;
        bool cancelled = await context.RunRoundAsync(cycle, ChildrensRounds.Consultation.Id);
        await context.CallActivityAsync(nameof(ChildrenActivities.SealVoices), cycle, Retries.Storage);
        return cancelled;
    }
}

/// <summary>The steps of phase 2 that are about children.</summary>
public static class ChildrensSteps
{
    /// <returns>Whether the cycle was cancelled.</returns>
    public static Task<bool> AskChildrenAsync(this TaskOrchestrationContext context, string cycle) => context.CallSubOrchestratorAsync<bool>(
        nameof(ChildrensConsultationOrchestrator), cycle, new TaskOptions().WithInstanceId($"children-{cycle}"));

    /// <summary>Waits until the words are reviewed, or a coordinator goes on without those that are not; with no words there is nothing to wait for.</summary>
    /// <returns>Whether the cycle was cancelled.</returns>
    public static async Task<bool> ReviewVoicesAsync(this TaskOrchestrationContext context, string cycle) =>
        await context.CallActivityAsync<bool>(nameof(ChildrenActivities.VoicesWait), cycle, Retries.Storage)
        && await context.RunRoundAsync(cycle, ChildrensRounds.Review.Id);

    /// <summary>Where children took part: does not go on before they have been told what became of what they said.</summary>
    /// <returns>Whether the cycle was cancelled.</returns>
    public static async Task<bool> TellChildrenAsync(this TaskOrchestrationContext context, string cycle)
    {
        while (true)
        {
            ChildrensFeedback feedback = await context.CallActivityAsync<ChildrensFeedback>(nameof(ChildrenActivities.ReadFeedback), cycle, Retries.Storage);
            if (feedback.Round is not { } round)
                break;
            if (feedback.NotBefore is { } later)
                await context.CreateTimer(later, CancellationToken.None);
            else if (await context.RunRoundAsync(cycle, round))
                return true;
        }

        if (!await context.CallActivityAsync<bool>(nameof(ChildrenActivities.NoteChildrenTold), cycle, Retries.Storage))
            return false;
        await context.AnnounceAsync(new(cycle, ChildrensRounds.Consultation.Id), MailKind.ChildrenTold);
        return false;
    }
}

/// <param name="Round">The round that asks the coordinators to write to the children; null where they are told, or none took part.</param>
/// <param name="NotBefore">
/// When that round comes (UTC), where the one before ended with nothing written, since no coordinator's address takes mail; else null.
/// </param>
public sealed record ChildrensFeedback(string? Round, DateTime? NotBefore);
