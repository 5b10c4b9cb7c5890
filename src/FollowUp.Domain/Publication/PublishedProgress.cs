namespace FollowUp.Domain.Publication;

/// <summary>
/// Where the recommendations stand, as the public sees it: the one model that the progress page, its data and its table are made from. Views stand side
/// by side and are never averaged; each count is the list of what it counts, by key.
/// </summary>
/// <param name="Version">Of the plan that it belongs to.</param>
/// <param name="ByAssessor">Each recommendation once in each tally: see <see cref="ProgressViews"/>. Empty while nobody has said anything.</param>
/// <param name="ByOrganisation">By the organisation that has taken a recommendation on or was named by the coalition; last what nobody has.</param>
/// <param name="Law">How far laws and policies are, where somebody said so; what nobody spoke of is not in it.</param>
/// <param name="OverTime">This version and those before it, the oldest first.</param>
/// <param name="Contested">Recommendations about which the newest views of different assessors differ.</param>
/// <param name="NothingSaid">Recommendations about which nobody has said anything.</param>
/// <param name="Recommendations">All, in the Convention's order, then the document's.</param>
public sealed record PublishedProgress(
    string Cycle,
    string Title,
    string Country,
    string Symbol,
    int Version,
    DateTimeOffset PublishedAt,
    string TimeZone,
    string SourceLanguage,
    IReadOnlyList<string> Languages,
    IReadOnlyList<ProgressTally> ByAssessor,
    IReadOnlyList<ClusterProgress> ByCluster,
    IReadOnlyList<OrganisationProgress> ByOrganisation,
    IReadOnlyList<ProgressTally> Law,
    IReadOnlyList<ProgressPoint> OverTime,
    IReadOnlyList<string> Contested,
    IReadOnlyList<string> NothingSaid,
    IReadOnlyList<RecommendationProgress> Recommendations);

/// <param name="Counts">In the order of <see cref="ProgressViews.Statuses"/> or <see cref="ProgressViews.LawStages"/>; none of them is empty.</param>
public sealed record ProgressTally(string Assessor, IReadOnlyList<ProgressCount> Counts);

/// <param name="Value">A status, a stage, <c>divided</c> or <c>silent</c>.</param>
/// <param name="Recommendations">Keys of those that are counted.</param>
public sealed record ProgressCount(string Value, IReadOnlyList<string> Recommendations);

/// <param name="Cluster">Number in CRC/C/58/Rev.3.</param>
/// <param name="Recommendations">How many the cluster has.</param>
public sealed record ClusterProgress(int Cluster, int Recommendations, IReadOnlyList<ProgressTally> Tallies);

/// <param name="Organisation">Null for the recommendations that no organisation has taken on.</param>
public sealed record OrganisationProgress(string? Organisation, int Recommendations, IReadOnlyList<ProgressTally> Tallies);

/// <summary>How it stood in a version; what its figures count is listed there.</summary>
/// <param name="Round">The progress round that it was published after, or null.</param>
public sealed record ProgressPoint(int Version, DateTimeOffset PublishedAt, string? Round, IReadOnlyList<PointTally> Tallies);

public sealed record PointTally(string Assessor, IReadOnlyDictionary<string, int> Counts);

/// <param name="Responsible">The organisation that has taken it on or was named by the coalition, or null.</param>
/// <param name="Views">Of those who have said something, in the order of <see cref="ProgressViews.Assessors"/>.</param>
public sealed record RecommendationProgress(
    string Key,
    string Citation,
    int Paragraph,
    string? Letter,
    int Cluster,
    string Heading,
    bool Urgent,
    string? Responsible,
    bool Contested,
    IReadOnlyList<AssessorView> Views);

/// <param name="Status">What all its organisations say, or <c>divided</c>.</param>
/// <param name="LawStage">What all say who named a stage, <c>divided</c>, or null.</param>
/// <param name="Organisations">The newest word of each.</param>
public sealed record AssessorView(string Assessor, string Status, string? LawStage, IReadOnlyList<OrganisationView> Organisations);

/// <param name="Round">In which it was said.</param>
public sealed record OrganisationView(string Organisation, string Status, string? LawStage, string Round);
