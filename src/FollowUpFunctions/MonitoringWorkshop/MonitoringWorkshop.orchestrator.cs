using FollowUp.Domain.Rounds;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.MonitoringWorkshop;

/// <summary>Phase 3: invite NGOs and children, form sub-groups by cluster, record how each will watch, publish the plan anew. Input: the cycle's id.</summary>
public static class MonitoringWorkshopOrchestrator
{
    [Function(nameof(MonitoringWorkshopOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        await context.RunRoundAsync(cycle, RoundKinds.MonitoringInvitation.Id);
        await context.CallActivityAsync(nameof(MonitoringActivities.FormSubGroups), cycle, Retries.Storage);
        await context.RunRoundAsync(cycle, RoundKinds.MonitoringPlan.Id);
        await context.CallActivityAsync(nameof(MonitoringActivities.RecordMonitoring), cycle, Retries.Storage);
        await context.PublishAsync(cycle, PublicationSteps.Monitoring);
    }
}
