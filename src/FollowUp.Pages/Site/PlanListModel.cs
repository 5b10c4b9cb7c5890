using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Site;

/// <summary>The recommendations of a version, ordered otherwise than by area.</summary>
/// <param name="View"><see cref="SiteView.Organisations"/> or <see cref="SiteView.Status"/>.</param>
/// <param name="Pages">The same page in each language.</param>
public sealed record PlanListModel(PublishedPlan Plan, SiteView View, string Language, IReadOnlyList<LanguageLink> Pages, SiteAddresses Addresses, bool HasProgress)
    : PageModel
{
    internal override Type Component => typeof(PlanListPage);
}
