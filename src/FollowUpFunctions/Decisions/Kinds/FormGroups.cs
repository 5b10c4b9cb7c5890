using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Forms the groups of a meeting anew from those who come; earlier moves are gone.</summary>
public sealed class FormGroups(WorkshopGroups groups) : GroupDecision(groups)
{
    public override string Name => WorkshopGroups.Form;

    public override string JournalEvent => JournalEvents.GroupsChanged;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        foreach (Problem problem in base.Faults(asked, view))
            yield return problem;
        if (asked.Groups is not null && IsAboutSubGroups(asked))
            yield return new("/groups", "Sub-groups are formed by cluster: leave the number out.");
        else if (asked.Groups is < 1 or > SettingsIntake.MostGroups)
            yield return new("/groups", $"Say how many groups, from 1 to {SettingsIntake.MostGroups}; leave it out for 8 to 12 people a group.");
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Kept(asked), Note: asked.Note, Groups: asked.Groups);

    // Where nobody came forward in time, those who did later may make groups after all.
    protected override string? NoGroups(DecisionRequest asked, DecisionView view) =>
        view.Round((IsAboutSubGroups(asked) ? RoundKinds.MonitoringInvitation : RoundKinds.WorkshopInvitation).Id)?.ClosedAt is null ? base.NoGroups(asked, view) : null;
}
