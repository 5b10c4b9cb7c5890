using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

public sealed class DisseminationActivities(CyclesTable cycles, GroupsTable groups, RoundAnswers answers, JournalTable journal)
{
    /// <summary>Forms the workshop's groups from those who said they would come; groups that were formed stay as they are.</summary>
    [Function(nameof(FormWorkingGroups))]
    public async Task FormWorkingGroups([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (contents.Groups.Any(g => g.Meeting == RoundKinds.Commitments.Id))
            return;
        RoundRef invitation = new(cycle, RoundKinds.WorkshopInvitation.Id);
        IReadOnlyList<SubmittedAnswer> replies = await answers.CountedAsync(invitation, cancellation);
        IReadOnlyList<WorkingGroup> formed = WorkingGroups.Form(contents, WorkshopGroups.Attending(replies), contents.Settings.WorkshopGroups);

        DateTimeOffset closed = (await cycles.Rounds.FindAsync(invitation, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(cycle, new(JournalEvents.GroupsFormed, closed, RoundKinds.Commitments.Id, $"{formed.Count} groups"), cancellation);
        await groups.ChangeAsync(
            cycle, RoundKinds.Commitments.Id, there => Task.FromResult(there.Groups.Count > 0 ? there : there with { Groups = formed }), cancellation);
    }
}
