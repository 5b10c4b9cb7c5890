using FollowUp.Domain.Groups;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Puts somebody, or a recommendation, into another group of a meeting; also somebody who was in none.</summary>
public sealed class Move(WorkshopGroups groups) : GroupDecision(groups)
{
    public override string Name => WorkshopGroups.Move;

    public override string JournalEvent => JournalEvents.GroupsChanged;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        foreach (Problem problem in base.Faults(asked, view))
            yield return problem;
        if (asked.Who is null == asked.Recommendation is null)
            yield return new("/who", "Say who is moved, or which recommendation: one of the two.");
        if (asked.Who is not null && view.Cycle.Stakeholders.All(s => s.Id != asked.Who))
            yield return new("/who", "Name a stakeholder by the id that GET attendance lists.");
        if (asked.Recommendation is not null && view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
        if (Groups(asked, view) is { Count: > 0 } groups && groups.All(g => g.Id != asked.Group))
            yield return new("/group", $"Name one of the groups: {string.Join(", ", groups.Select(g => g.Id))}.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        base.Hindrance(asked, view) ?? (asked.Who is { } who ? GroupMoves.Hindrance(Groups(asked, view), who, asked.Group!) : null);

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Kept(asked), Recommendation: asked.Recommendation, Note: asked.Note, Who: asked.Who, Group: asked.Group);

    public override string Subject(DecisionOnRecord decision) => $"{decision.Who ?? decision.Recommendation}";
}
