using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
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
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(DisseminationOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        Task<bool> translation = context.RunRoundAsync(cycle, RoundKinds.Translation.Id);
        bool cancelled = await RunWorkshopAsync(context, cycle);
        return await translation || cancelled;
    }

    private static async Task<bool> RunWorkshopAsync(TaskOrchestrationContext context, string cycle)
    {
        if (await context.RunRoundAsync(cycle, RoundKinds.WorkshopInvitation.Id))
            return true;
        await context.CallActivityAsync(nameof(DisseminationActivities.FormWorkingGroups), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.Commitments.Id))
            return true;
        await context.CallActivityAsync(nameof(CommitmentActivities.RecordCommitments), cycle, Retries.Storage);
        if (await context.RunRoundAsync(cycle, RoundKinds.CoSigning.Id))
            return true;
        await context.CallActivityAsync(nameof(CommitmentActivities.SettleCoSigning), cycle, Retries.Storage);
        if (await context.CallActivityAsync<bool>(nameof(ReportActivities.PublishReport), cycle, Retries.Storage))
            return true;
        await context.AnnounceAsync(new(cycle, RoundKinds.WorkshopInvitation.Id), MailKind.ReportPublished);
        return false;
    }
}
