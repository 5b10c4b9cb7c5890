using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Site;

/// <summary>What a search in a plan finds.</summary>
/// <param name="Pages">The same question in each language.</param>
/// <param name="Home">Address of the plan.</param>
/// <param name="Query">As it was typed, cut to <see cref="PlanFinder.LongestQuery"/>; empty before anything was asked.</param>
/// <param name="Found">All that were found; the page shows <see cref="PlanFinder.Most"/>.</param>
/// <param name="Address">Of a recommendation's page, by its key.</param>
public sealed record FindModel(
    PublishedPlan Plan,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    string Home,
    string Query,
    bool TooLong,
    IReadOnlyList<PublishedRecommendation> Found,
    Func<string, string> Address) : PageModel
{
    internal override Type Component => typeof(FindPage);
}
