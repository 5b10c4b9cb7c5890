using FollowUp.Domain.Groups;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>What changes the workshop's groups: from the moment they are formed until the workshop starts.</summary>
public abstract class GroupDecision(WorkshopGroups groups) : DecisionKind
{
    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        view.Now >= view.Cycle.Settings.Calendar.Workshop.Starts ? "The workshop has started: its groups stay as they are."
        : Groups(view).Count == 0 ? NoGroups(view)
        : null;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await groups.TakeInAsync(cycle, cancellation);
        return [];
    }

    protected virtual string? NoGroups(DecisionView view) =>
        "There are no working groups yet: they are formed when the invitation to the workshop has closed.";

    protected static IReadOnlyList<WorkingGroup> Groups(DecisionView view) => [.. view.Cycle.Groups.Where(g => g.Meeting == RoundKinds.Commitments.Id)];
}
