using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>A coordinator's decision on who follows up a recommendation.</summary>
/// <param name="Decision">Id of the decision.</param>
public sealed record Assignment(string Decision, string Recommendation, string Organisation, DateTimeOffset At);

public static class Assignments
{
    /// <summary>
    /// The last decision on a recommendation wins, whatever was replied before it: the organisation is named, and has not confirmed. A decision that
    /// was brought in before is not again: the organisation may have replied since. Applying twice changes nothing.
    /// </summary>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> items, IReadOnlyList<Assignment> assignments)
    {
        Dictionary<string, Assignment> last = assignments
            .GroupBy(a => a.Recommendation)
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.At).ThenBy(a => a.Decision, StringComparer.Ordinal).Last());
        return
        [
            .. items.Select(item => last.TryGetValue(item.Recommendation, out Assignment? assignment) && assignment.Decision != item.Responsibility.Decision
                ? Named(item, assignment)
                : item),
        ];
    }

    private static PlanItem Named(PlanItem item, Assignment assignment)
    {
        Responsibility before = item.Responsibility;
        string organisation = SameWords.OneLine(assignment.Organisation);
        bool same = before.Organisation is { } was && Organisations.Same(was, organisation);
        return item with
        {
            Responsibility = before with
            {
                Organisation = organisation,
                State = same && before.State == ResponsibilityState.Accepted ? ResponsibilityState.Accepted : ResponsibilityState.Assigned,
                Reply = same ? before.Reply : null,
                Replied = same ? before.Replied : null,
                Decision = assignment.Decision,
                Decided = assignment.At,
            },
            // Who leads does not support itself; who led before and was not asked to help is not made to.
            Supporting = [.. item.Supporting.Where(s => !Organisations.Same(s.Organisation, organisation))],
        };
    }
}
