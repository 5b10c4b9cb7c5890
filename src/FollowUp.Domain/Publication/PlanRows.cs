using System.Globalization;
using System.Text.Json;

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
            Kebab(r.ResponsibilityState),
            "none")
        {
            Supporting = Joined(r.Supporting.Select(s => s.Organisation)),
            Priority = r.Priority?.Level,
            Disputed = Joined(r.Disputed.Select(Kebab)),
            SubGroupPlace = plan.Rankings.SelectMany(ranking => ranking.Recommendations).FirstOrDefault(place => place.Key == r.Key)?.Place,
            StrategicPlans = Joined(r.StrategicPlans.Select(o => $"{o.Organisation}: {o.Objective}")),
            Reiterates = Joined(r.Reiterates.Select(e => e.Citation)),
        };
        PlanRow[] lines =
        [
            .. r.Commitments.Select(c => none with { Kind = "commitment", Text = c.Action, Organisation = c.Organisation, Due = Date(c.By), CoSigners = Joined(c.CoSigners.Select(s => s.Organisation)) }),
            .. r.Actions.Select(a => none with
            {
                Kind = "action",
                Text = a.Text,
                Strategy = a.Strategy,
                Due = Date(a.Due) ?? a.TimeFrame,
                Indicator = a.Indicator,
                Resources = a.Resources,
                Funding = a.Funding,
                ProposedBy = a.ProposedBy.Values.Sum(),
                QuotedBy = Joined(a.QuotedBy),
            }),
            .. r.Monitoring.Select(t => none with
            {
                Kind = "task", Text = t.Strategy, Organisation = t.Organisation, Due = Date(t.Deadline), Indicator = t.Indicator, IndicatorKind = t.IndicatorKind,
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
                EvidenceFile = p.EvidenceFile?.Address,
            }),
        ];
        return lines.Length == 0 ? [none] : lines;
    }

    private static string? Joined(IEnumerable<string> several) => string.Join("; ", several) is { Length: > 0 } all ? all : null;

    // Such as not-confirmed: as the JSON has it.
    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
