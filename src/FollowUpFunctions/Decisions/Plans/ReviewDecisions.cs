using FollowUp.Domain.Plans;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Plans;

/// <summary>Decisions on record, as the plan takes them in.</summary>
public static class ReviewDecisions
{
    public static IReadOnlyList<ReviewDecision> Reviews(this IEnumerable<DecisionOnRecord> decisions) =>
    [
        .. decisions.Where(d => d.Change is not null && ReviewKinds.All.Contains(d.Kind))
            .Select(d => new ReviewDecision(d.Id, d.Kind, d.At, d.Recommendation!, d.Note, d.Change!)),
    ];

    public static IReadOnlyList<Assignment> Assignments(this IEnumerable<DecisionOnRecord> decisions) =>
    [
        .. decisions.Where(d => d.Kind == Kinds.Assign.Kind)
            .Select(d => new Assignment(d.Id, d.Recommendation!, d.Organisation!, d.At)),
    ];
}
