using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.MonitoringWorkshop;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Cycles;

/// <summary>One follow-up cycle from the first translation to the last progress report. Input: the cycle's id.</summary>
public static class CycleOrchestrator
{
    public static string InstanceId(string cycle) => $"cycle-{cycle}";

    [Function(nameof(CycleOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string cycle = context.GetInput<string>()!;
        await context.CallActivityAsync(nameof(ClosingActivities.OpenPublicPage), cycle, Retries.Storage);
        bool cancelled = await RunPhaseAsync(context, cycle, Phase.Dissemination, nameof(DisseminationOrchestrator))
            || await RunPhaseAsync(context, cycle, Phase.Consultation, nameof(ConsultationOrchestrator));
        if (!cancelled)
        {
            Task<bool> letters = context.CallSubOrchestratorAsync<bool>(
                nameof(AdvocacyOrchestrator), cycle, new TaskOptions().WithInstanceId($"{InstanceId(cycle)}-letters"));
            cancelled = await RunPhaseAsync(context, cycle, Phase.MonitoringWorkshop, nameof(MonitoringWorkshopOrchestrator))
                || await RunPhaseAsync(context, cycle, Phase.Progress, nameof(ProgressOrchestrator));
            if (!await letters && !cancelled && !await context.CallActivityAsync<bool>(nameof(ClosingActivities.PublishClosingReport), cycle, Retries.Storage))
                await context.AnnounceAsync(new(cycle, RoundKinds.PlanReview.Id), MailKind.ClosingReport);
        }

        await context.CallActivityAsync(nameof(CycleActivities.EndCycle), cycle, Retries.Storage);
    }

    /// <returns>Whether the cycle was cancelled: then no other phase begins.</returns>
    private static async Task<bool> RunPhaseAsync(TaskOrchestrationContext context, string cycle, Phase phase, string orchestrator)
    {
        context.SetCustomStatus(phase.ToString());
        return await context.CallActivityAsync<bool>(nameof(CycleActivities.EnterPhase), new PhaseOfCycle(cycle, phase), Retries.Storage)
            || await context.CallSubOrchestratorAsync<bool>(orchestrator, cycle, new TaskOptions().WithInstanceId($"{InstanceId(cycle)}-{phase}"));
    }
}

public sealed record PhaseOfCycle(string Cycle, Phase Phase);
