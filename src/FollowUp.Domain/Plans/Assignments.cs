using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>A coordinator's decision on who follows up a recommendation.</summary>
/// <param name="Decision">Id of the decision.</param>
public sealed record Assignment(string Decision, string Recommendation, string Organisation, DateTimeOffset At);

public static class Assignments
{
    /// <summary>The last decision on a recommendation wins, whatever was replied. Applying twice changes nothing.</summary>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> items, IReadOnlyList<Assignment> assignments)
    {
        Dictionary<string, Assignment> last = assignments
            .GroupBy(a => a.Recommendation)
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.At).ThenBy(a => a.Decision, StringComparer.Ordinal).Last());
        return
        [
            .. items.Select(item => last.TryGetValue(item.Recommendation, out Assignment? assignment)
                ? item with
                {
                    Responsibility = item.Responsibility with
                    {
                        Organisation = SameWords.OneLine(assignment.Organisation),
                        State = ResponsibilityState.Assigned,
                        Decision = assignment.Decision,
                    },
                }
                : item),
        ];
    }
}
