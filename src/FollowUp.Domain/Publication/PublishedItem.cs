using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

internal static class PublishedItem
{
    // Of the details that others proposed so many are worth a reader's time; the coordinator's plan has more.
    private const int MostOthers = 3;

    public static PublishedRecommendation Of(Recommendation r, PlanItem item, int rank, Discretion discretion, PlanLinks links) => new(
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
        [.. item.Commitments.Where(c => c.Stands).Select(c => new PublishedCommitment(discretion.Of(c.Action), discretion.Of(c.Organisation), c.By)
        {
            CoSigners = [.. c.CoSigners.Where(s => s.State != SignatureState.Declined).Select(s => new PublishedSignature(discretion.Of(s.Organisation), s.State))],
        })],
        [.. item.Actions.Select(a => Action(a, discretion))],
        [
            .. item.Monitoring.Select(t => new PublishedTask(
                discretion.Of(t.Strategy), discretion.OfOptional(t.Indicator), t.Deadline, discretion.Of(t.Organisation)) { IndicatorKind = t.IndicatorKind }),
        ],
        [.. item.Progress.Select(p => Status(p, discretion))])
    {
        Concern = discretion.OfOptional(r.Concern),
        SdgTargets = [.. r.SdgTargets.Select(discretion.Of)],
        Supporting =
        [
            .. item.Supporting
                .Where(s => s.State != ResponsibilityState.Declined)
                .Select(s => new PublishedSupport(discretion.Of(s.Organisation), s.State)),
        ],
        Priority = item.Priority is { } priority
            ? new(priority.Level, priority.Score, rank, priority.Counts.Values.Sum(c => c.High + c.Medium + c.Low))
            : null,
        Disputed = item.Disputed,
        StrategicPlans =
        [
            .. links.Objectives.Where(o => o.Recommendation == r.Key)
                .Select(o => new PublishedObjective(discretion.Of(o.Organisation), discretion.Of(o.Text), o.Language)),
        ],
        Reiterates =
        [
            .. links.Earlier.Where(e => e.Reiteration.Recommendation == r.Key)
                .Select(e => new PublishedReiteration(e.Reiteration.Earlier.Cycle, e.Reiteration.Earlier.Key, e.Reiteration.Earlier.Citation, e.Address)),
        ],
    };

    private static PublishedAction Action(PlannedAction a, Discretion discretion) => new(
        discretion.Of(a.Text),
        discretion.OfOptional(a.Strategy),
        a.TimeFrame,
        discretion.OfOptional(a.Indicator),
        discretion.OfOptional(a.Resources),
        a.Sources.GroupBy(s => s.Category).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()))
    {
        Id = a.Id,
        Funding = discretion.OfOptional(a.Funding),
        Due = a.Due,
        Others = [.. a.Others.GroupBy(o => o.Detail).SelectMany(g => g.OrderByDescending(o => o.Count).Take(MostOthers)).Select(o => o with { Value = discretion.Of(o.Value) })],
        QuotedBy =
        [
            .. a.Sources
                .Where(s => s.Category != Cycles.StakeholderCategory.ChildrenAndYouth)
                .Select(s => s.Quoted)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal)
                .Select(discretion.Of),
        ],
    };

    private static PublishedStatus Status(StatusReport p, Discretion discretion) => new(
        p.Round,
        p.Status,
        p.Assessor,
        discretion.Of(p.Organisation),
        discretion.OfLink(p.Evidence),
        discretion.OfOptional(p.Hindrance),
        p.LawStage)
    {
        EvidenceFile = p.EvidenceFile is { Released: not null } file
            ? new(discretion.Of(file.Title), file.ContentType, file.Size, file.Sha256, $"../{EvidenceFiles.PublicPath(file)}")
            : null,
        On = p.At is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
    };
}
