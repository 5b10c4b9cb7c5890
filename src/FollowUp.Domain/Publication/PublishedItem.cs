using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

internal static class PublishedItem
{
    public static PublishedRecommendation Of(Recommendation r, PlanItem item, Discretion discretion) => new(
        r.Key,
        r.Citation,
        r.Paragraph,
        r.Letter,
        discretion.Of(r.ClusterAsPrinted),
        discretion.Of(r.Heading),
        r.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value with { Text = discretion.Of(t.Value.Text) }),
        r.Urgent,
        discretion.OfOptional(r.ReiteratedFrom),
        discretion.OfOptional(r.Uncertain),
        discretion.OfOptional(item.Responsibility.Organisation),
        item.Responsibility.State,
        discretion.OfOptional(item.Responsibility.ProposedInstead),
        [.. item.Commitments.Where(c => c.Stands).Select(c => new PublishedCommitment(discretion.Of(c.Action), discretion.Of(c.Organisation), c.By))],
        [.. item.Actions.Select(a => Action(a, discretion))],
        [
            .. item.Monitoring.Select(t => new PublishedTask(
                discretion.Of(t.Strategy), discretion.OfOptional(t.Indicator), t.Deadline, discretion.Of(t.Organisation))),
        ],
        [.. item.Progress.Select(p => Status(p, discretion))]);

    private static PublishedAction Action(PlannedAction a, Discretion discretion) => new(
        discretion.Of(a.Text),
        discretion.OfOptional(a.Strategy),
        a.TimeFrame,
        discretion.OfOptional(a.Indicator),
        discretion.OfOptional(a.Resources),
        a.Sources.GroupBy(s => s.Category).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()));

    private static PublishedStatus Status(StatusReport p, Discretion discretion) => new(
        p.Round,
        p.Status,
        p.Assessor,
        discretion.Of(p.Organisation),
        discretion.OfLink(p.Evidence),
        discretion.OfOptional(p.Hindrance),
        p.LawStage);
}
