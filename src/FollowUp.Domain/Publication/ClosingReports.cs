namespace FollowUp.Domain.Publication;

/// <summary>Makes the closing report of a plan, and shortens it by rule.</summary>
public static class ClosingReports
{
    /// <param name="plan">As it was published or stands.</param>
    public static ClosingReport Compose(PublishedPlan plan)
    {
        Dictionary<string, int> importance = plan.Clusters
            .SelectMany(c => c.Recommendations)
            .OrderByDescending(r => r.Urgent)
            .ThenByDescending(r => r.ReiteratedFrom is not null)
            .ThenBy(r => r.Priority?.Rank ?? int.MaxValue)
            .Select((r, n) => (r.Key, Place: n + 1))
            .ToDictionary(x => x.Key, x => x.Place);
        return new(plan, [.. plan.Clusters.OrderBy(c => c.Number).Select(c => new ClosingCluster(c.Number, [.. c.Recommendations.Select(r => Of(r, importance[r.Key]))]))]);
    }

    /// <summary>
    /// How much is told of each recommendation so that all of it has at most so many words. A detail is left out of the least important recommendations
    /// first, and nothing more of any before that detail has gone from all; no recommendation goes.
    /// </summary>
    /// <param name="words">Words of a recommendation told so.</param>
    /// <param name="limit">Of all recommendations together. Where even the shortest is longer, all are told in the shortest way.</param>
    public static IReadOnlyDictionary<string, ClosingDetail> Within(ClosingReport report, Func<ClosingItem, ClosingDetail, int> words, int limit)
    {
        ClosingItem[] leastFirst = [.. report.Items.OrderByDescending(i => i.Importance)];
        Dictionary<string, ClosingDetail> told = leastFirst.ToDictionary(i => i.Key, _ => ClosingDetail.Whole);
        Dictionary<string, int> counted = leastFirst.ToDictionary(i => i.Key, i => words(i, ClosingDetail.Whole));
        int sum = counted.Values.Sum();
        foreach (ClosingDetail detail in Enum.GetValues<ClosingDetail>().Skip(1))
        {
            foreach (ClosingItem item in leastFirst)
            {
                if (sum <= limit)
                    return told;

                // Where saying that something is left out takes more words than it had, it stays.
                int shorter = words(item, detail);
                if (shorter >= counted[item.Key])
                    continue;
                sum += shorter - counted[item.Key];
                counted[item.Key] = shorter;
                told[item.Key] = detail;
            }
        }

        return told;
    }

    private static ClosingItem Of(PublishedRecommendation r, int importance)
    {
        ClosingView[] views =
        [
            .. r.Progress
                .GroupBy(p => p.Assessor)
                .OrderBy(g => g.Key, ProgressViews.Order(ProgressViews.Assessors))
                .SelectMany(g => g.GroupBy(p => p.Organisation).OrderBy(o => o.Key, StringComparer.Ordinal))
                .Select(said => Of([.. ProgressViews.InTime(said)])),
        ];
        return new(r, views, ProgressViews.AreContested(ProgressViews.Newest(r.Progress)), importance);
    }

    private static ClosingView Of(IReadOnlyList<PublishedStatus> said)
    {
        List<PublishedStatus> earlier = [];
        foreach (PublishedStatus status in said.SkipLast(1))
        {
            if (earlier.LastOrDefault()?.Status != status.Status)
                earlier.Add(status);
        }

        if (earlier.LastOrDefault()?.Status == said[^1].Status)
            earlier.RemoveAt(earlier.Count - 1);
        return new(said[^1], earlier);
    }
}
