using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Groups;

/// <summary>
/// The working groups of the dissemination workshop. Sizes differ by at most one, and so does the number of people of each category from
/// group to group; as many categories lead as there are groups, or as there are categories where those are fewer.
/// What each works on: see <see cref="Workload"/>.
/// </summary>
public static class WorkingGroups
{
    private const double GoodSize = 10;

    /// <param name="attending">Stakeholder ids; others are ignored.</param>
    /// <param name="groups">How many to form: made no larger than the number of people or of recommendations. Null for 8 to 12 people a group.</param>
    /// <returns>Empty when nobody attends; else every recommendation is in exactly one group.</returns>
    public static IReadOnlyList<WorkingGroup> Form(CycleContents cycle, IReadOnlyList<string> attending, int? groups = null)
    {
        HashSet<string> present = [.. attending];
        Stakeholder[] people =
        [
            .. cycle.Stakeholders.Where(s => present.Contains(s.Id)).OrderBy(s => s.Category).ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
        if (people.Length == 0)
            return [];

        int most = Math.Max(1, Math.Min(people.Length, cycle.Recommendations.Count));
        SeatingPlan seating = SeatingPlan.For(people, Math.Clamp(groups ?? Proposed(people.Length), 1, most));
        IReadOnlyList<IReadOnlyList<string>> work = Workload.Divide(cycle.Recommendations, seating.Tables.Count);
        return
        [
            .. seating.Tables.Select((table, n) => new WorkingGroup(
                $"workshop-{n + 1}", RoundKinds.Commitments.Id, table[0].Id, [.. table.Select(s => s.Id)], work[n])),
        ];
    }

    /// <summary>How many groups so many people make: 8 to 12 in each, where that can be.</summary>
    public static int Proposed(int people) =>
        people == 0 ? 0 : Math.Max(1, (int)Math.Round(people / GoodSize, MidpointRounding.AwayFromZero));
}
