using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Makes somebody the leader, or rapporteur, of the group that they are in.</summary>
public sealed class Lead(WorkshopGroups groups) : GroupDecision(groups)
{
    public override string Name => WorkshopGroups.Lead;

    public override string JournalEvent => JournalEvents.GroupsChanged;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        foreach (Problem problem in base.Faults(asked, view))
            yield return problem;
        if (view.Cycle.Stakeholders.All(s => s.Id != asked.Who))
            yield return new("/who", "Name a stakeholder by the id that GET groups lists.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        base.Hindrance(asked, view)
        ?? (Groups(asked, view).Any(g => g.Members.Contains(asked.Who!)) ? null : $"{asked.Who} is in no group: move them into one first.");

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Kept(asked), Note: asked.Note, Who: asked.Who);

    public override string Subject(DecisionOnRecord decision) => $"{decision.Who}";
}
