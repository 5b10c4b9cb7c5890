using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.MonitoringWorkshop;

public sealed class MonitoringActivities(CyclesTable cycles, GroupsTable groups, RoundAnswers answers, JournalTable journal)
{
    /// <summary>Forms sub-groups by cluster from those who said they would come; groups that were formed stay as they are.</summary>
    [Function(nameof(FormSubGroups))]
    public async Task FormSubGroups([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (contents.Groups.Any(g => g.Meeting == RoundKinds.MonitoringPlan.Id))
            return;
        RoundRef invitation = new(cycle, RoundKinds.MonitoringInvitation.Id);
        IReadOnlyList<WorkingGroup> formed = SubGroups.Form(contents, Choices.Of(await answers.CountedAsync(invitation, cancellation)));

        DateTimeOffset closed = (await cycles.Rounds.FindAsync(invitation, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(cycle, new(JournalEvents.GroupsFormed, closed, RoundKinds.MonitoringPlan.Id, $"{formed.Count} groups"), cancellation);
        await groups.ChangeAsync(
            cycle, RoundKinds.MonitoringPlan.Id, there => Task.FromResult(there.Groups.Count > 0 ? there : there with { Groups = formed }), cancellation);
    }

    [Function(nameof(RecordMonitoring))]
    public async Task RecordMonitoring([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef round = new(cycle, RoundKinds.MonitoringPlan.Id);
        IReadOnlyList<SubmittedAnswer> tasks = await answers.CountedAsync(round, cancellation);
        IReadOnlyList<PlanItem> items = await cycles.ChangeItemsAsync(cycle, now => MonitoringTasks.Record(now, tasks), cancellation);
        DateTimeOffset closed = (await cycles.Rounds.FindAsync(round, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(cycle, new(JournalEvents.MonitoringRecorded, closed, "plan", $"{items.Sum(i => i.Monitoring.Count)} tasks"), cancellation);
    }
}
