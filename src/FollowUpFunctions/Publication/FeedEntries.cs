using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;

namespace FollowUpFunctions.Publication;

/// <summary>When something was published, of whatever was.</summary>
internal sealed record PublishedMoment(DateTimeOffset PublishedAt);

/// <summary>What the feed tells, in the cycle's first language.</summary>
internal static class FeedEntries
{
    public const string Commitments = "plans.report";

    public const string Closing = "plans.closing";

    public static FeedEntry Of(VersionOnRecord version, string language, string page)
    {
        // Of the first version there are no changes to tell.
        PublishedPlan? plan = version.Number > 1 ? version.Plan : null;
        Wording text = Wording.For(language);
        Dictionary<string, PublishedRecommendation> all = plan?.Clusters.SelectMany(c => c.Recommendations).ToDictionary(r => r.Key) ?? [];
        return new(
            $"v{version.Number}",
            text.Format("feed.version", ("version", version.Number)),
            version.At,
            page,
            plan is null ? [text["feed.first"]] : [.. plan.Changes.Select(change => PlanFeed.Told(language, all[change.Recommendation], change))]);
    }

    /// <summary>A report that is published once.</summary>
    public static FeedEntry Of(string folder, string title, DateTimeOffset at, CycleSettings settings, string page) =>
        new(folder, Wording.For(settings.Languages[0])[title], at, page);
}
