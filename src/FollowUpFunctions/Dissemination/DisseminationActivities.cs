using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

public sealed class DisseminationActivities(CyclesTable cycles, RoundAnswers answers, JournalTable journal)
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
        string[] attending = [.. replies.Where(r => r.Sheet.Answer("attending") == "yes").Select(r => r.Who).Order(StringComparer.Ordinal)];
        IReadOnlyList<WorkingGroup> groups = WorkingGroups.Form(contents, attending);

        DateTimeOffset closed = (await cycles.RoundAsync(invitation, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(cycle, new(JournalEvents.GroupsFormed, closed, RoundKinds.Commitments.Id, $"{groups.Count} groups"), cancellation);
        await cycles.WriteGroupsAsync(cycle, groups, cancellation);
    }
}
