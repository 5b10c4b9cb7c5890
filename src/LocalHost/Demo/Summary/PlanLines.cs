using FollowUp.Domain.Plans;

namespace LocalHost.Demo.Summary;

/// <summary>The lines of the plan with the answers that they come from, as <c>GET /cycles/{id}/plan</c> tells them.</summary>
internal static class PlanLines
{
    public static IReadOnlyList<PlanLine> Of(IReadOnlyList<PlanItem> items) => [.. items.SelectMany(Of)];

    private static IEnumerable<PlanLine> Of(PlanItem item)
    {
        Responsibility responsibility = item.Responsibility;
        if (responsibility.Organisation is { } organisation)
        {
            yield return new(item.Recommendation, "responsible", responsibility.State.ToString(), organisation,
            [
                .. responsibility.Proposals.Select(p => p.Answer),
                .. responsibility.Reply is { } reply ? [reply.Answer] : Array.Empty<string>(),
                .. responsibility.Decision is { } decision ? [decision] : Array.Empty<string>(),
            ]);
        }

        foreach (Commitment c in item.Commitments)
            yield return new(item.Recommendation, "commitment", c.Action, c.Organisation, [c.Source.Answer]);
        foreach (PlannedAction a in item.Actions)
            yield return new(item.Recommendation, "action", a.Text, null, [.. a.Sources.Select(s => s.Answer), .. a.Decisions]);
        foreach (MonitoringTask t in item.Monitoring)
            yield return new(item.Recommendation, "task", t.Strategy, t.Organisation, [t.Source.Answer]);
        foreach (StatusReport s in item.Progress)
            yield return new(item.Recommendation, "status", s.Status, s.Organisation, [s.Source.Answer]);
    }
}
