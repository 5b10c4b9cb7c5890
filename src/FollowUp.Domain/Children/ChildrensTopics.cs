using System.Globalization;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Children;

/// <summary>What children choose among: the clusters of the Convention in plain words, and something else. Texts stand under <c>child.topic.{topic}</c>.</summary>
public static class ChildrensTopics
{
    public const string Other = "other";

    /// <summary>How many a child may choose.</summary>
    public const int Most = 3;

    /// <summary>The clusters that the cycle has recommendations in, by number, and something else.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Recommendation> recommendations) =>
        [.. recommendations.Select(r => r.Cluster).Distinct().Order().Select(Name), Other];

    public static string Name(int cluster) => cluster.ToString(CultureInfo.InvariantCulture);
}
