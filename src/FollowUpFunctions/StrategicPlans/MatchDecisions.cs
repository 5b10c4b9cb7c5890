using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.StrategicPlans;

/// <summary>Decisions on record about objectives and what they match.</summary>
public static class MatchDecisions
{
    /// <summary>Those on an organisation's plan; of several on the same objective and recommendation the newest.</summary>
    public static IReadOnlyList<MatchVerdict> MatchesOf(this IEnumerable<DecisionOnRecord> decisions, string plan) =>
    [
        .. decisions.Where(d => d.Kind is AcceptMatch.Kind or RefuseMatch.RefuseKind && d.Organisation == plan)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .GroupBy(d => (d.Objective, d.Recommendation))
            .Select(g => new MatchVerdict(g.Key.Objective!, g.Key.Recommendation!, g.Last().Kind == AcceptMatch.Kind)),
    ];
}
