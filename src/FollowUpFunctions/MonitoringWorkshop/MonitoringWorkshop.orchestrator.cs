using FollowUp.Domain.Rounds;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.MonitoringWorkshop;

/// <summary>
/// Phase 3: invite NGOs and children, form sub-groups by cluster, let each rank its recommendations, alone and by a show of hands, record how each will
/// watch, publish the plan anew. Input: the cycle's id.
/// </summary>
public static class MonitoringWorkshopOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(MonitoringWorkshopOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        if (await context.RunRoundAsync(cycle, RoundKinds.MonitoringInvitation.Id))
            return true;
        await context.CallActivityAsync(nameof(MonitoringActivities.FormSubGroups), cycle, Retries.Storage);
        Task<bool> hands = context.RunRoundAsync(cycle, RoundKinds.ShowOfHands.Id);
        bool cancelled = await context.RunRoundAsync(cycle, RoundKinds.Ballot.Id);
        if (await hands || cancelled)
            return true;
        await context.CallActivityAsync(nameof(RankingActivities.RankRecommendations), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.MonitoringPlan.Id))
            return true;
        await context.CallActivityAsync(nameof(MonitoringActivities.RecordMonitoring), cycle, Retries.Storage);
        return await context.PublishAsync(cycle, PublicationSteps.Monitoring);
    }
}
