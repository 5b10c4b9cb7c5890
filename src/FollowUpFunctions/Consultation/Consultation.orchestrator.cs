using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Consultation;

/// <summary>
/// Phase 2: ask everybody, and children apart; draft the plan, ask the organisations named in it, have a person look at it, publish and send it, and
/// tell the children what became of what they said. Input: the cycle's id.
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
        if (await context.RunRoundAsync(cycle, RoundKinds.Responsibility.Id))
            return true;
        await context.CallActivityAsync(nameof(ConsultationActivities.SettleResponsibility), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.PlanReview.Id) || await context.PublishAsync(cycle, PublicationSteps.Plan))
            return true;

        await context.AnnounceAsync(new(cycle, RoundKinds.Consultation.Id), MailKind.PlanPublished);
        return await context.TellChildrenAsync(cycle);
    }
}
