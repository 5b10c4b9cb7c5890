using FollowUp.Domain.Publication;
using FollowUp.Pages.Site;

namespace FollowUpFunctions.Publication;

/// <summary>A version that readers may see.</summary>
/// <param name="Plan">As it was published; null where a notice stands in its place.</param>
/// <param name="HasProgress">Whether it counts where the plan stands.</param>
public sealed record VersionOnRecord(int Number, DateTimeOffset At, PublishedPlan? Plan, bool HasProgress)
{
    /// <summary>What the version changed about a recommendation; null where that is nothing.</summary>
    /// <param name="before">The versions before that still stand.</param>
    public VersionOfRecommendation? About(string recommendation, IEnumerable<VersionOnRecord> before, string page)
    {
        if (Plan is not { } plan || plan.Clusters.SelectMany(c => c.Recommendations).All(r => r.Key != recommendation))
            return null;
        PlanChangeTold[] changes = [.. plan.Changes.Where(c => c.Recommendation == recommendation)];
        bool first = !before.Any(v => v.Plan is { } earlier && earlier.Clusters.SelectMany(c => c.Recommendations).Any(r => r.Key == recommendation));
        return first || changes.Length > 0 ? new(Number, At, $"../v{Number}/{page}", first ? [] : changes) : null;
    }
}
