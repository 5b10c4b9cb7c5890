using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Publication;

/// <summary>Counts what a published plan says of progress.</summary>
public static class PublishedProgresses
{
    // Their silence is told too, once anybody has spoken.
    private static readonly string[] _alwaysThere = ["government", "coalition"];

    /// <param name="before">The progress of the version before, whose figures become the past of this one; null where it had none.</param>
    /// <param name="round">The progress round that the version is published after, or null.</param>
    public static PublishedProgress Of(PublishedPlan plan, PublishedProgress? before = null, string? round = null)
    {
        RecommendationProgress[] all = [.. plan.Clusters.SelectMany(c => c.Recommendations.Select(r => Of(c.Number, r)))];
        string[] assessors = Assessors(all);
        ProgressTally[] tallies = [.. Tallies(all, assessors)];
        return new(
            plan.Cycle,
            plan.Title,
            plan.Country,
            plan.Symbol,
            plan.Version,
            plan.PublishedAt,
            plan.TimeZone,
            plan.SourceLanguage,
            plan.Languages,
            tallies,
            [.. all.GroupBy(r => r.Cluster).Select(g => new ClusterProgress(g.Key, g.Count(), [.. Tallies(g, assessors)]))],
            [
                .. all.GroupBy(r => r.Responsible)
                    .OrderBy(g => g.Key is null)
                    .ThenBy(g => g.Key?.ToUpperInvariant(), StringComparer.Ordinal)
                    .Select(g => new OrganisationProgress(g.Key, g.Count(), [.. Tallies(g, assessors)])),
            ],
            [.. Law(all)],
            [
                .. before?.OverTime ?? [],
                new(plan.Version, plan.PublishedAt, round, [.. tallies.Select(t => new PointTally(t.Assessor, t.Counts.ToDictionary(c => c.Value, c => c.Recommendations.Count)))]),
            ],
            [.. all.Where(r => r.Contested).Select(r => r.Key)],
            [.. all.Where(r => r.Views.Count == 0).Select(r => r.Key)],
            all);
    }

    private static RecommendationProgress Of(int cluster, PublishedRecommendation r)
    {
        IReadOnlyList<AssessorView> views = ProgressViews.Newest(r.Progress);
        return new(
            r.Key,
            r.Citation,
            r.Paragraph,
            r.Letter,
            cluster,
            r.Heading,
            r.Urgent,
            r.ResponsibilityState is ResponsibilityState.Accepted or ResponsibilityState.Assigned ? r.Responsible : null,
            ProgressViews.AreContested(views),
            views);
    }

    private static string[] Assessors(IReadOnlyList<RecommendationProgress> all)
    {
        string[] spoken = [.. all.SelectMany(r => r.Views).Select(v => v.Assessor).Distinct()];
        return spoken.Length == 0 ? [] : [.. spoken.Union(_alwaysThere).Order(ProgressViews.Order(ProgressViews.Assessors))];
    }

    private static IEnumerable<ProgressTally> Tallies(IEnumerable<RecommendationProgress> some, string[] assessors) =>
        assessors.Select(assessor => new ProgressTally(
            assessor, Counts(some, r => View(r, assessor)?.Status ?? ProgressViews.Silent, ProgressViews.Statuses)));

    private static IEnumerable<ProgressTally> Law(IReadOnlyList<RecommendationProgress> all) =>
        all.SelectMany(r => r.Views)
            .Where(v => v.LawStage is not null)
            .Select(v => v.Assessor)
            .Distinct()
            .Order(ProgressViews.Order(ProgressViews.Assessors))
            .Select(assessor => new ProgressTally(assessor, Counts(all, r => View(r, assessor)?.LawStage, ProgressViews.LawStages)));

    private static AssessorView? View(RecommendationProgress r, string assessor) => r.Views.FirstOrDefault(v => v.Assessor == assessor);

    private static IReadOnlyList<ProgressCount> Counts(
        IEnumerable<RecommendationProgress> some, Func<RecommendationProgress, string?> value, IReadOnlyList<string> order) =>
    [
        .. some.Select(r => (Value: value(r), r.Key))
            .Where(x => x.Value is not null)
            .GroupBy(x => x.Value!, x => x.Key)
            .OrderBy(g => g.Key, ProgressViews.Order(order))
            .Select(g => new ProgressCount(g.Key, [.. g])),
    ];
}
