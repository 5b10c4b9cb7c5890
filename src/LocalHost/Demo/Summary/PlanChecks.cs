using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;

namespace LocalHost.Demo.Summary;

/// <summary>Holds the published plan against what people remember that they said.</summary>
internal static class PlanChecks
{
    /// <summary>Every line of the published plan stands in the app's own record, and there names answers that were given.</summary>
    public static Check ComesFromAnswers(PublishedPlan? plan, IReadOnlyList<PlanLine> lines, IReadOnlyList<GivenAnswer> given, IReadOnlyList<Assigned> assigned)
    {
        const string Name = "Every line of the published plan comes from an answer that was given";
        if (plan is null)
            return new(Name, ["No plan is published."]);
        ILookup<string, GivenAnswer> byId = given.ToLookup(g => g.Answer);
        HashSet<string> decisions = [.. assigned.Select(a => $"assign-{a.Recommendation}"), .. Coordinators.DraftEditing.Decisions];
        ILookup<(string, string, string, string?), PlanLine> recorded = lines.ToLookup(l => (l.Recommendation, l.Kind, l.Text, l.Organisation));
        return new(Name,
        [
            .. Published(plan).Where(p => !recorded.Contains(p)).Select(p => $"“{p.Text}” ({p.Kind} of {p.Recommendation}) is published and in no record."),
            .. lines.Where(l => l.Answers.Count == 0).Select(l => $"“{l.Text}” ({l.Kind} of {l.Recommendation}) comes from nobody."),
            .. lines.SelectMany(l => l.Answers.Where(a => !decisions.Contains(a) && !byId[a].Any(g => Says(g, l))).Select(a => $"“{l.Text}” ({l.Kind} of {l.Recommendation}) claims to come from {a}, which says no such thing.")),
        ]);
    }

    /// <summary>Nothing that was promised or proposed in time is missing.</summary>
    public static Check HoldsEverything(IReadOnlyList<PlanLine> lines, IReadOnlyList<GivenAnswer> given)
    {
        HashSet<(string, string)> sources = [.. lines.SelectMany(l => l.Answers.Select(a => (l.Kind, a)))];
        return new(
            "Every proposal, commitment, task and status that was given is in the plan or in its sources",
            [
                .. given.Where(g => g.Kind != "reply" && !sources.Contains((g.Kind == "proposal" ? "action" : g.Kind, g.Answer)))
                    .Select(g => $"“{g.Text}” ({g.Kind}, {g.Answer}) is not in the plan."),
            ]);
    }

    private static IEnumerable<(string Recommendation, string Kind, string Text, string? Organisation)> Published(PublishedPlan plan) =>
        plan.Clusters.SelectMany(c => c.Recommendations).SelectMany(r => (IEnumerable<(string, string, string, string?)>)
        [
            .. r.Responsible is { } responsible ? [(r.Key, "responsible", r.ResponsibilityState.ToString(), (string?)responsible)] : Array.Empty<(string, string, string, string?)>(),
            .. r.Commitments.Select(c => (r.Key, "commitment", c.Action, (string?)c.Organisation)),
            .. r.Actions.Select(a => (r.Key, "action", a.Text, (string?)null)),
            .. r.Monitoring.Select(t => (r.Key, "task", t.Strategy, (string?)t.Organisation)),
            .. r.Progress.Select(p => (r.Key, "status", p.Status, (string?)p.Organisation)),
        ]);

    private static bool Says(GivenAnswer answer, PlanLine line) => answer.Recommendation == line.Recommendation && line.Kind switch
    {
        "commitment" => answer.Kind == "commitment" && answer.Text == line.Text && answer.Details.GetValueOrDefault("organisation") == line.Organisation,
        // What a coordinator merged, worded anew or split stands for those who proposed it, in other words.
        "action" => answer.Kind == "proposal" && (NearWords.Same(answer.Text, line.Text) || line.Answers.Any(Coordinators.DraftEditing.Decisions.Contains)),
        "task" => answer.Kind == "task" && answer.Text == line.Text && answer.Details.GetValueOrDefault("organisation") == line.Organisation,
        "status" => answer.Kind == "status" && answer.Text == line.Text && answer.Organisation == line.Organisation,
        _ => answer.Kind is "commitment" or "proposal" or "reply",
    };
}
