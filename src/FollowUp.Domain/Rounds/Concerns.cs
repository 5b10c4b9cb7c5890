using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Rounds;

/// <summary>Which recommendations concern whom most: nobody reads a hundred of them to find their own.</summary>
public sealed class Concerns(CycleContents cycle)
{
    private readonly Recommendation[] _all = [.. cycle.Recommendations.MostImportantFirst()];

    private readonly ILookup<string, string> _worked = cycle.Groups
        .Where(g => g.Meeting == RoundKinds.Commitments.Id)
        .SelectMany(g => g.Members.Append(g.Leader).Distinct().SelectMany(_ => g.Recommendations, (who, key) => (who, key)))
        .ToLookup(x => x.who, x => x.key);

    /// <summary>
    /// What somebody worked through with their group at the workshop, then what is in their clusters, then what is urgent or starred; behind these
    /// all others. Within each the most important come first.
    /// </summary>
    public Addressee Of(Stakeholder stakeholder)
    {
        HashSet<string> own = [.. _worked[stakeholder.Id]];
        (Recommendation R, int Rank)[] ranked =
        [
            .. _all.Select(r => (r, own.Contains(r.Key) ? 0 : stakeholder.Clusters.Contains(r.Cluster) ? 1 : r.Urgent || r.Starred ? 2 : 3)).OrderBy(x => x.Item2),
        ];
        int concern = ranked.Count(x => x.Rank < 3);
        return new(stakeholder.Id, [.. ranked.Select(x => x.R.Key)]) { Concern = concern == 0 ? null : concern };
    }
}
