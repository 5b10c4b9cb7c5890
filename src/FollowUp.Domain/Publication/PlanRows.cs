using System.Globalization;

namespace FollowUp.Domain.Publication;

/// <summary>The plan as lines of a table, for CSV and spreadsheets: the same content as the JSON, in the same order.</summary>
public static class PlanRows
{
    public static IEnumerable<PlanRow> Of(PublishedPlan plan) =>
        plan.Clusters.SelectMany(cluster => cluster.Recommendations.SelectMany(r => Of(plan, cluster.Number, r)));

    private static IReadOnlyList<PlanRow> Of(PublishedPlan plan, int cluster, PublishedRecommendation r)
    {
        PlanRow none = new(
            r.Citation,
            r.Key,
            cluster,
            r.Heading,
            r.Texts[plan.SourceLanguage].Text,
            r.Urgent,
            r.Responsible,
            r.ResponsibilityState.ToString().ToLowerInvariant(),
            "none");
        PlanRow[] lines =
        [
            .. r.Commitments.Select(c => none with { Kind = "commitment", Text = c.Action, Organisation = c.Organisation, Due = Date(c.By) }),
            .. r.Actions.Select(a => none with
            {
                Kind = "action",
                Text = a.Text,
                Strategy = a.Strategy,
                Due = a.TimeFrame,
                Indicator = a.Indicator,
                Resources = a.Resources,
                ProposedBy = a.ProposedBy.Values.Sum(),
            }),
            .. r.Monitoring.Select(t => none with
            {
                Kind = "task", Text = t.Strategy, Organisation = t.Organisation, Due = Date(t.Deadline), Indicator = t.Indicator,
            }),
            .. r.Progress.Select(p => none with
            {
                Kind = "status",
                Text = p.Status,
                Organisation = p.Organisation,
                Round = p.Round,
                Assessor = p.Assessor,
                Evidence = p.Evidence,
                Hindrance = p.Hindrance,
                LawStage = p.LawStage,
            }),
        ];
        return lines.Length == 0 ? [none] : lines;
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
