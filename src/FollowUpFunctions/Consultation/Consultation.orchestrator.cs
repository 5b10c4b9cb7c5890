using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Consultation;

/// <summary>
/// Phase 2: ask everybody, and children apart; draft the plan, have a person review it, ask the organisations named in it, have it approved, publish it,
/// and tell everybody, children too, what became of what they said. Input: the cycle's id.
/// </summary>
public static class ConsultationOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(ConsultationOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        Task<bool> children = context.AskChildrenAsync(cycle);
        bool cancelled = await context.RunRoundAsync(cycle, RoundKinds.Consultation.Id);
        if (await children || cancelled || await context.ReviewVoicesAsync(cycle))
            return true;
        await context.CallActivityAsync(nameof(ConsultationActivities.DraftPlan), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.DraftReview.Id))
            return true;
        await context.CallActivityAsync(nameof(ConsultationActivities.SettleReview), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.Responsibility.Id))
            return true;
        if (await context.CallActivityAsync<int>(nameof(ConsultationActivities.SettleResponsibility), cycle, Retries.Storage) > 0)
            await context.AnnounceAsync(new(cycle, RoundKinds.DraftReview.Id), MailKind.Silence);
        if (await context.RunRoundAsync(cycle, RoundKinds.PlanReview.Id) || await context.PublishAsync(cycle, PublicationSteps.Plan))
            return true;

        await context.AnnounceAsync(new(cycle, RoundKinds.Consultation.Id), MailKind.PlanPublished);
        await context.AnnounceAsync(new(cycle, RoundKinds.Consultation.Id), MailKind.PlanThanks);
        return await context.TellChildrenAsync(cycle);
    }
}
