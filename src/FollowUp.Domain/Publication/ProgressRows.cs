namespace FollowUp.Domain.Publication;

/// <summary>One line of the progress as a flat table: how one assessor sees one recommendation.</summary>
/// <param name="Cluster">Number in CRC/C/58/Rev.3.</param>
/// <param name="Responsible">Organisation that has taken it on or was named by the coalition, or empty.</param>
/// <param name="Contested">Whether the newest views of different assessors differ.</param>
/// <param name="Assessor">Such as <c>government</c>; empty while nobody has said anything at all.</param>
/// <param name="Status">A status, <c>divided</c> where its organisations say different things, <c>silent</c> where none has spoken.</param>
/// <param name="Organisations">Each with its own status, with a semicolon between them.</param>
public sealed record ProgressRow(
    string Citation,
    string Recommendation,
    int Cluster,
    string Heading,
    bool Urgent,
    string? Responsible,
    bool Contested,
    string? Assessor,
    string Status,
    string? LawStage,
    string? Organisations);

public static class ProgressRows
{
    public static IEnumerable<ProgressRow> Of(PublishedProgress progress) =>
        progress.Recommendations.SelectMany(r => progress.ByAssessor.Count == 0
            ? [Row(r, null)]
            : progress.ByAssessor.Select(t => Row(r, t.Assessor)));

    private static ProgressRow Row(RecommendationProgress r, string? assessor)
    {
        AssessorView? view = r.Views.FirstOrDefault(v => v.Assessor == assessor);
        return new(
            r.Citation,
            r.Key,
            r.Cluster,
            r.Heading,
            r.Urgent,
            r.Responsible,
            r.Contested,
            assessor,
            view?.Status ?? ProgressViews.Silent,
            view?.LawStage,
            view is null ? null : string.Join("; ", view.Organisations.Select(o => $"{o.Organisation}: {o.Status}")));
    }
}
