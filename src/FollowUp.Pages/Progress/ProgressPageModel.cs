using FollowUp.Domain.Publication;
using FollowUp.Pages.Site;

namespace FollowUp.Pages.Progress;

/// <summary>Where the recommendations stand, as a page of one language. Everything in it is public, so it takes nothing but the published model.</summary>
/// <param name="Pages">The same page in each language, such as <c>progress.fr.html</c>.</param>
/// <param name="Past">Address of an earlier version's page in the same language, by its number.</param>
public sealed record ProgressPageModel(
    PublishedProgress Progress,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    SiteAddresses Addresses,
    string Feed,
    IReadOnlyList<Download> Downloads,
    Func<int, string> Past) : PageModel
{
    internal override Type Component => typeof(ProgressPage);
}
