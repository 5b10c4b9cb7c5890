using FollowUp.Domain.Reiterations;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.NextCycle;

/// <summary>Decisions on record about what a recommendation says again.</summary>
public static class ReiterationDecisions
{
    /// <summary>Of several on the same two recommendations the newest.</summary>
    public static IReadOnlyList<ReiterationVerdict> Reiterations(this IEnumerable<DecisionOnRecord> decisions) =>
    [
        .. decisions.Where(d => d.Kind is ConfirmReiteration.Kind or RefuseReiteration.RefuseKind)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .GroupBy(d => (d.Recommendation, d.Earlier))
            .Select(g => new ReiterationVerdict(g.Key.Recommendation!, g.Key.Earlier!, g.Last().Kind == ConfirmReiteration.Kind)),
    ];
}
