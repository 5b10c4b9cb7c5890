using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>Makes what is published of a cycle's plan.</summary>
public static class PublishedPlans
{
    /// <summary>
    /// The plan as it stands, without people: see <see cref="Discretion"/>. Items about recommendations that the cycle doesn't have are left out.
    /// </summary>
    /// <param name="version">From 1.</param>
    /// <param name="answered">How many answered the consultation, by category.</param>
    /// <param name="links">None where nobody has found any.</param>
    /// <param name="alsoNamed">Names of others that no text may tell, such as those who came to the meetings.</param>
    public static PublishedPlan Compose(
        CycleContents cycle,
        int version,
        DateTimeOffset publishedAt,
        IReadOnlyDictionary<StakeholderCategory, int> answered,
        IEnumerable<string>? alsoNamed = null,
        PlanLinks? links = null)
    {
        CycleSettings settings = cycle.Settings;
        Discretion discretion = new(cycle, alsoNamed);
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);
        decimal[] scores = [.. cycle.Items.Select(i => i.Priority?.Score).OfType<decimal>()];
        PublishedCluster[] clusters =
        [
            .. cycle.Recommendations.InDocumentOrder()
                .GroupBy(r => r.Cluster)
                .OrderBy(g => g.Key)
                .Select(g => new PublishedCluster(
                    g.Key,
                    [.. g.Select(r => items.GetValueOrDefault(r.Key) ?? PlanItem.Empty(r.Key)).Zip(g, (item, r) => PublishedItem.Of(r, item, Rank(item), discretion, links ?? PlanLinks.None))])),
        ];
        return new(
            settings.Id,
            discretion.Of(settings.Title),
            settings.Country,
            settings.Symbol,
            version,
            publishedAt,
            settings.TimeZone,
            settings.SourceLanguage,
            settings.Languages,
            Figures([.. clusters.SelectMany(c => c.Recommendations)], answered),
            clusters);

        int Rank(PlanItem item) => 1 + scores.Count(s => s > (item.Priority?.Score ?? 0));
    }

    private static PlanFigures Figures(IReadOnlyList<PublishedRecommendation> all, IReadOnlyDictionary<StakeholderCategory, int> answered)
    {
        return new(
            Recommendations: all.Count,
            WithAction: all.Count(r => r.Actions.Count > 0),
            WithResponsible: all.Count(r => r.ResponsibilityState == ResponsibilityState.Accepted),
            Disputed: all.Count(r => r.Disputed.Count > 0),
            Commitments: all.Sum(r => r.Commitments.Count),
            Actions: all.Sum(r => r.Actions.Count),
            MonitoringTasks: all.Sum(r => r.Monitoring.Count),
            Answered: answered.OrderBy(x => x.Key).ToDictionary(x => x.Key, x => x.Value))
        {
            NotConfirmed = all.Count(r =>
                r.ResponsibilityState is ResponsibilityState.Proposed or ResponsibilityState.Assigned or ResponsibilityState.NotConfirmed),
        };
    }
}
