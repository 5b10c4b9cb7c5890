using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Groups;

/// <summary>
/// What a coordinator changes about the workshop's groups until the day. What can't be done, because a group is gone or would be left without
/// anybody, changes nothing; doing the same twice neither.
/// </summary>
public static class GroupMoves
{
    /// <summary>
    /// Puts somebody into a group, from another or from none, at the end of its members. Where a leader is moved away, the next in order leads.
    /// </summary>
    public static IReadOnlyList<WorkingGroup> Person(IReadOnlyList<WorkingGroup> groups, string who, string to)
    {
        if (groups.All(g => g.Id != to) || Hindrance(groups, who, to) is not null)
            return groups;
        return
        [
            .. groups.Select(g =>
                g.Id == to ? g.Members.Contains(who) ? g : g with { Members = [.. g.Members, who] }
                : g.Members.Contains(who) ? Without(g, who)
                : g),
        ];
    }

    /// <summary>Gives a recommendation to a group; it takes its place by importance.</summary>
    public static IReadOnlyList<WorkingGroup> Recommendation(
        IReadOnlyList<WorkingGroup> groups, string key, string to, IReadOnlyList<Recommendation> recommendations)
    {
        if (groups.All(g => g.Id != to))
            return groups;
        return
        [
            .. groups.Select(g =>
                g.Id == to ? g.Recommendations.Contains(key) ? g : g with { Recommendations = InOrder([.. g.Recommendations, key], recommendations) }
                : g.Recommendations.Contains(key) ? g with { Recommendations = [.. g.Recommendations.Where(r => r != key)] }
                : g),
        ];
    }

    /// <summary>Makes somebody the leader of the group that they are in.</summary>
    public static IReadOnlyList<WorkingGroup> Lead(IReadOnlyList<WorkingGroup> groups, string who) =>
        [.. groups.Select(g => g.Members.Contains(who) && g.Leader != who ? g with { Leader = who } : g)];

    /// <summary>Why somebody can't be moved, or null: the last of a group would leave its recommendations to nobody.</summary>
    public static string? Hindrance(IReadOnlyList<WorkingGroup> groups, string who, string to) =>
        groups.FirstOrDefault(g => g.Id != to && g.Members.Count == 1 && g.Members[0] == who) is { } alone
            ? $"{who} is the only one in {alone.Id}, which would be left with nobody: put somebody else into it first, or form the groups anew."
            : null;

    private static WorkingGroup Without(WorkingGroup group, string who)
    {
        string[] left = [.. group.Members.Where(m => m != who)];
        return group with { Members = left, Leader = group.Leader == who ? left[0] : group.Leader };
    }

    private static IReadOnlyList<string> InOrder(HashSet<string> keys, IReadOnlyList<Recommendation> recommendations) =>
        [.. recommendations.Where(r => keys.Contains(r.Key)).MostImportantFirst().Select(r => r.Key)];
}
