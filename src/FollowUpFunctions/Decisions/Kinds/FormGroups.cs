using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Forms the working groups anew from those who come; earlier moves are gone.</summary>
public sealed class FormGroups(WorkshopGroups groups) : GroupDecision(groups)
{
    public override string Name => WorkshopGroups.Form;

    public override string JournalEvent => JournalEvents.GroupsChanged;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (asked.Groups is < 1 or > SettingsIntake.MostGroups)
            yield return new("/groups", $"Say how many groups, from 1 to {SettingsIntake.MostGroups}; leave it out for 8 to 12 people a group.");
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note, Groups: asked.Groups);

    public override string Subject(DecisionOnRecord decision) => RoundKinds.Commitments.Id;

    // Where nobody came forward in time, those who did later may make groups after all.
    protected override string? NoGroups(DecisionView view) =>
        view.Round(RoundKinds.WorkshopInvitation.Id)?.ClosedAt is null ? base.NoGroups(view) : null;
}
