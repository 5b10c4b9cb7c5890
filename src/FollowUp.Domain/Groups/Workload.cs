using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Groups;

/// <summary>
/// Divides recommendations among groups. Every group has as many as every other, give or take one, and so it is with the urgent ones, with
/// those that the Committee had to repeat, with those that the coordinators starred, and with the rest. Of each of these kinds a group has a run
/// of neighbours in the order of the clusters, so that a cluster is cut only where two runs meet.
/// </summary>
public static class Workload
{
    /// <summary>The kind of those that nothing makes important.</summary>
    public const int Ordinary = 3;

    /// <param name="groups">From 1.</param>
    /// <returns>Keys for each group, the most important first.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Divide(IReadOnlyList<Recommendation> recommendations, int groups)
    {
        List<Recommendation>[] loads = [.. Enumerable.Range(0, groups).Select(_ => new List<Recommendation>())];
        int next = 0;
        foreach (IGrouping<int, Recommendation> kind in recommendations.GroupBy(Kind).OrderBy(k => k.Key))
        {
            // Who gets one more goes round over all kinds: that is what keeps the sums even.
            Recommendation[] run = [.. kind.InDocumentOrder().OrderBy(r => r.Cluster)];
            int from = 0;
            for (int group = 0; group < groups; group++)
            {
                bool oneMore = (group - next + groups) % groups < run.Length % groups;
                int count = (run.Length / groups) + (oneMore ? 1 : 0);
                loads[group].AddRange(run.AsSpan(from, count));
                from += count;
            }

            next = (next + run.Length) % groups;
        }

        return [.. loads.Select(load => (IReadOnlyList<string>)[.. load.MostImportantFirst().Select(r => r.Key)])];
    }

    /// <summary>What makes it important: 0 for urgent, 1 for repeated, 2 for starred, <see cref="Ordinary"/> for nothing of that.</summary>
    public static int Kind(Recommendation r) => r.Urgent ? 0 : r.ReiteratedFrom is not null ? 1 : r.Starred ? 2 : Ordinary;
}
