using FollowUp.Domain.Children;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Site;

/// <summary>
/// Everything about a recommendation, at an address that stays. It tells the newest version; nothing in it changes while nothing about the
/// recommendation does, so that it is not written anew with every version.
/// </summary>
/// <param name="Plan">The newest version.</param>
/// <param name="Pages">The same page in each language.</param>
/// <param name="History">From the first version on; those that changed nothing about it are left out.</param>
public sealed record RecommendationModel(
    PublishedPlan Plan,
    PublishedRecommendation Recommendation,
    int Cluster,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    SiteAddresses Addresses,
    IReadOnlyList<VersionOfRecommendation> History) : PageModel
{
    internal override Type Component => typeof(RecommendationPage);

    /// <summary>What children said about its area, or null.</summary>
    internal ChildrensTopic? Children => Plan.Children?.Topics.FirstOrDefault(t => t.Topic == $"{Cluster}");
}

/// <summary>What a version changed about a recommendation.</summary>
/// <param name="Changes">Empty where it came into the plan with it.</param>
/// <param name="Address">Of the version's page in the same language.</param>
public sealed record VersionOfRecommendation(int Version, DateTimeOffset PublishedAt, string Address, IReadOnlyList<PlanChangeTold> Changes);
