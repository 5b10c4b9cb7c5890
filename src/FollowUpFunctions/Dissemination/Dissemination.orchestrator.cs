using FollowUp.Domain.Rounds;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Dissemination;

/// <summary>
/// Phase 1: translate, invite to the workshop, form its working groups, record what was promised there, ask those to confirm for whom somebody
/// else wrote it down, publish and send the report. Input: the cycle's id. The workshop goes ahead with the texts that are there.
/// </summary>
public static class DisseminationOrchestrator
{
    [Function(nameof(DisseminationOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        Task translation = context.RunRoundAsync(cycle, RoundKinds.Translation.Id);
        await context.RunRoundAsync(cycle, RoundKinds.WorkshopInvitation.Id);
        await context.CallActivityAsync(nameof(DisseminationActivities.FormWorkingGroups), cycle, Retries.Storage);
        await context.RunRoundAsync(cycle, RoundKinds.Commitments.Id);
        await context.CallActivityAsync(nameof(CommitmentActivities.RecordCommitments), cycle, Retries.Storage);
        await context.RunRoundAsync(cycle, RoundKinds.CoSigning.Id);
        await context.CallActivityAsync(nameof(CommitmentActivities.SettleCoSigning), cycle, Retries.Storage);
        await ReportAsync(context, cycle);
        await translation;
    }

    private static async Task ReportAsync(TaskOrchestrationContext context, string cycle)
    {
        await context.CallActivityAsync(nameof(ReportActivities.PublishReport), cycle, Retries.Storage);
        int pages = await context.CallActivityAsync<int>(nameof(ReportActivities.CountReportPages), cycle, Retries.Storage);
        await Task.WhenAll(Enumerable.Range(0, pages).Select(n => context.CallActivityAsync(
            nameof(ReportActivities.SendReportPage), new PageRef(cycle, RoundKinds.WorkshopInvitation.Id, n), Retries.Storage)));
    }
}
