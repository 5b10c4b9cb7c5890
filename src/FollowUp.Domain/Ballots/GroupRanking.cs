using FollowUp.Domain.Groups;

namespace FollowUp.Domain.Ballots;

/// <param name="Place">From 1; shared where the ballots leave recommendations tied.</param>
/// <param name="Borda">Points: see <see cref="BordaCount"/>.</param>
public sealed record RankedRecommendation(string Key, int Place, decimal Borda);

/// <summary>In which order a sub-group puts its recommendations.</summary>
/// <param name="Group">Id of the sub-group.</param>
/// <param name="Ballots">How many voted alone.</param>
/// <param name="Hands">How many voted by a show of hands.</param>
/// <param name="Recommendations">The first place first; of those that share one, the most important first.</param>
/// <param name="Pairwise">How many people put the recommendation of the row above that of the column; both in the order of <paramref name="Recommendations"/>.</param>
public sealed record GroupRanking(
    string Group,
    int Ballots,
    int Hands,
    IReadOnlyList<RankedRecommendation> Recommendations,
    IReadOnlyList<IReadOnlyList<int>> Pairwise)
{
    /// <param name="recommendations">Keys of the group's recommendations, the most important first: that decides nothing but the order of those that share a place.</param>
    /// <returns>Null where nobody voted: then there is no ranking.</returns>
    public static GroupRanking? Of(WorkingGroup group, IReadOnlyList<string> recommendations, GroupBallots given)
    {
        PairwiseTable table = PairwiseTable.Of(recommendations, [.. given.Alone, .. given.Hands]);
        if (table.People == 0)
            return null;
        SchulzeMethod method = new(table);
        IReadOnlyList<decimal> points = BordaCount.Of(table);
        int[] order = [.. Enumerable.Range(0, recommendations.Count).OrderBy(n => method.Places[n])];
        return new(
            group.Id,
            given.Alone.Sum(b => b.People),
            given.Hands.Sum(b => b.People),
            [.. order.Select(n => new RankedRecommendation(recommendations[n], method.Places[n], points[n]))],
            [.. order.Select(a => (IReadOnlyList<int>)[.. order.Select(b => table[a, b])])]);
    }
}
