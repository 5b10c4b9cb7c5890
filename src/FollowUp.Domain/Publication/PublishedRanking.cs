using FollowUp.Domain.Ballots;

namespace FollowUp.Domain.Publication;

/// <param name="Key">Of the recommendation.</param>
/// <param name="Place">From 1; shared where the sub-group leaves recommendations tied.</param>
/// <param name="Borda">Points: see <see cref="BordaCount"/>; null where too few voted.</param>
public sealed record PublishedPlace(string Key, int Place, decimal? Borda);

/// <summary>
/// The order of one sub-group. Nobody's ballot can be told from it: what one person alone voted is not published, and of fewer than
/// <see cref="Least"/> people only the places are.
/// </summary>
/// <param name="Clusters">Numbers of the clusters that the sub-group works on.</param>
/// <param name="Recommendations">The first place first.</param>
public sealed record PublishedRanking(IReadOnlyList<int> Clusters, IReadOnlyList<PublishedPlace> Recommendations)
{
    /// <summary>So many people must have voted before figures are published.</summary>
    public const int Least = 3;

    /// <summary>How many voted with a ballot, and how many by a show of hands; null where too few did.</summary>
    public int? Ballots { get; init; }

    public int? Hands { get; init; }

    /// <summary>How many people put the recommendation of the row above that of the column; both in the order of <see cref="Recommendations"/>. Null where too few voted.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Pairwise { get; init; }

    /// <param name="clusters">Cluster by recommendation.</param>
    /// <returns>Null where it would be one person's ballot.</returns>
    public static PublishedRanking? Of(GroupRanking ranking, IReadOnlyDictionary<string, int> clusters)
    {
        int people = ranking.Ballots + ranking.Hands;
        if (people < 2)
            return null;
        bool told = people >= Least;
        return new(
            [.. ranking.Recommendations.Select(r => clusters[r.Key]).Distinct().Order()],
            [.. ranking.Recommendations.Select(r => new PublishedPlace(r.Key, r.Place, told ? r.Borda : null))])
        {
            Ballots = told ? ranking.Ballots : null,
            Hands = told ? ranking.Hands : null,
            Pairwise = told ? ranking.Pairwise : null,
        };
    }
}
