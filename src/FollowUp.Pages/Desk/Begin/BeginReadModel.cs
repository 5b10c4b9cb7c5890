using FollowUp.Domain.Cycles;

namespace FollowUp.Pages.Desk.Begin;

/// <param name="Uncertain">Why it is to be compared with the document; null for what is sure.</param>
public sealed record ReadRecommendation(string Number, string Heading, string Text, string? Uncertain);

/// <param name="Cluster">CRC/C/58/Rev.3; null for what says none.</param>
public sealed record ReadCluster(int? Cluster, IReadOnlyList<ReadRecommendation> Recommendations);

/// <summary>What was read from the files, before anything is begun.</summary>
/// <param name="People">How many contacts by category; null for those whose category is not known.</param>
/// <param name="Problems">What must be mended in the files, by row and column.</param>
/// <param name="Address">Of the first step, to which other pages' addresses are relative: <c>…/desk/begin</c>.</param>
/// <param name="Carried">Title of the cycle that this one follows; null for none.</param>
public sealed record BeginReadModel(
    DeskFrame Frame,
    IReadOnlyList<ReadCluster> Clusters,
    IReadOnlyList<(StakeholderCategory? Category, int Count)> People,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Warnings,
    string Address,
    string? Carried) : PageModel
{
    internal const int Most = 100;

    internal int Recommendations => Clusters.Sum(c => c.Recommendations.Count);

    internal int Uncertain => Clusters.Sum(c => c.Recommendations.Count(r => r.Uncertain is not null));

    internal override Type Component => typeof(BeginReadPage);
}
