using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Progress;

namespace FollowUp.Pages.Site;

/// <summary>Recommendations under a heading, in parts.</summary>
/// <param name="Id">The element to be linked to.</param>
public sealed record PlanList(string Id, string Heading, IReadOnlyList<PlanListPart> Parts);

/// <param name="Name">What those in it have in common.</param>
public sealed record PlanListPart(string Name, IReadOnlyList<PublishedRecommendation> Recommendations);

/// <summary>Orders a plan by who carries it out, and by where it stands.</summary>
public static class PlanLists
{
    private static readonly ResponsibilityState[] _states =
    [
        ResponsibilityState.Accepted, ResponsibilityState.Assigned, ResponsibilityState.Proposed, ResponsibilityState.NotConfirmed, ResponsibilityState.Declined,
        ResponsibilityState.Open,
    ];

    /// <summary>What each organisation leads, supports, has promised and watches over; last what nobody leads.</summary>
    public static IReadOnlyList<PlanList> ByOrganisation(PublishedPlan plan, Wording text)
    {
        PublishedRecommendation[] all = All(plan);
        string[] organisations =
        [
            .. all.SelectMany(r => new[] { r.Responsible }.OfType<string>()
                    .Concat(r.Supporting.Select(s => s.Organisation))
                    .Concat(r.Commitments.SelectMany(c => c.CoSigners.Select(s => s.Organisation).Prepend(c.Organisation)))
                    .Concat(r.Monitoring.Select(t => t.Organisation)))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderBy(name => name.ToUpperInvariant(), StringComparer.Ordinal),
        ];
        return
        [
            .. organisations.Select((name, n) => new PlanList($"o-{n + 1}", name, Parts(
                ("public.leads", all.Where(r => Same(r.Responsible, name))),
                ("public.supports", all.Where(r => r.Supporting.Any(s => Same(s.Organisation, name)))),
                ("public.promised", all.Where(r => r.Commitments.Any(c => Same(c.Organisation, name) || c.CoSigners.Any(s => Same(s.Organisation, name))))),
                ("public.watches", all.Where(r => r.Monitoring.Any(t => Same(t.Organisation, name))))))),
            .. new[] { new PlanList("o-nobody", text["public.nobody"], Parts(("public.nobody.leads", all.Where(r => r.Responsible is null)))) }.Where(l => l.Parts.Count > 0),
        ];

        IReadOnlyList<PlanListPart> Parts(params (string Name, IEnumerable<PublishedRecommendation> Those)[] parts) =>
            [.. parts.Select(p => new PlanListPart(text[p.Name], [.. p.Those])).Where(p => p.Recommendations.Count > 0)];
    }

    /// <summary>Who has taken it on, then each assessor's newest view: side by side, never averaged.</summary>
    public static IReadOnlyList<PlanList> ByStatus(PublishedPlan plan, Wording text)
    {
        PublishedRecommendation[] all = All(plan);
        PlanWording words = new(text);
        ProgressWording statuses = new(text);
        (PublishedRecommendation About, AssessorView View)[] views = [.. all.SelectMany(r => ProgressViews.Newest(r.Progress).Select(v => (r, v)))];
        return
        [
            new("responsible", text["public.responsible"],
            [
                .. _states.Select(state => new PlanListPart(words.State(state), [.. all.Where(r => r.ResponsibilityState == state)])).Where(p => p.Recommendations.Count > 0),
            ]),
            .. views.GroupBy(v => v.View.Assessor).OrderBy(g => g.Key, ProgressViews.Order(ProgressViews.Assessors))
                .Select(g => new PlanList($"s-{g.Key}", words.Assessor(g.Key), BySaid(g.ToDictionary(v => v.About.Key, v => v.View.Status)))),
        ];

        IReadOnlyList<PlanListPart> BySaid(Dictionary<string, string> said) =>
        [
            .. all.GroupBy(r => said.GetValueOrDefault(r.Key, ProgressViews.Silent)).OrderBy(g => g.Key, ProgressViews.Order(ProgressViews.Statuses))
                .Select(g => new PlanListPart(statuses.Status(g.Key), [.. g])),
        ];
    }

    private static PublishedRecommendation[] All(PublishedPlan plan) => [.. plan.Clusters.SelectMany(c => c.Recommendations)];

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
