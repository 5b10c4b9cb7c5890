namespace FollowUp.Domain.Publication;

/// <summary>
/// What was planned about each recommendation, what was done, by whom, with what evidence, and what hindered: the material of an alternative report, in
/// the order of the Committee's clusters (CRC/C/58/Rev.3). It names organisations, never people, since it is made from what is published.
/// </summary>
public sealed record ClosingReport(PublishedPlan Plan, IReadOnlyList<ClosingCluster> Clusters)
{
    public IEnumerable<ClosingItem> Items => Clusters.SelectMany(c => c.Items);
}

public sealed record ClosingCluster(int Number, IReadOnlyList<ClosingItem> Items);

/// <param name="Views">The newest word of each organisation, by assessor.</param>
/// <param name="Importance">From 1: the most important; no two have the same.</param>
public sealed record ClosingItem(PublishedRecommendation Recommendation, IReadOnlyList<ClosingView> Views, bool Contested, int Importance)
{
    public string Key => Recommendation.Key;
}

/// <param name="Earlier">What the organisation said before, from the first on; one status once while it stays.</param>
public sealed record ClosingView(PublishedStatus Newest, IReadOnlyList<PublishedStatus> Earlier);

/// <summary>How much is told of a recommendation: each step leaves out what a reader of the report misses least.</summary>
public enum ClosingDetail
{
    /// <summary>The Committee's words, what was planned with its details, what everybody said and how it came to that.</summary>
    Whole,

    /// <summary>Without the Committee's words, which the Committee has, and the details of actions.</summary>
    WithoutQuote,

    /// <summary>Without what was said before the newest words.</summary>
    Newest,

    /// <summary>What was planned is counted, not told; what was done, by whom, with what evidence and what hindered is still there.</summary>
    PlanCounted,

    /// <summary>Only how each assessor sees it.</summary>
    StatusOnly,
}
