using FollowUp.Domain.Publication;
using FollowUp.Pages.Site;

namespace FollowUp.Pages.Plan;

/// <summary>All of the plan on a page of one language, to be read through and printed. Everything in it is public, so it takes nothing but the published model.</summary>
/// <param name="Pages">The same page in each language, such as <c>whole.fr.html</c>.</param>
/// <param name="Addresses">Where it leads; null for a draft, which stands alone.</param>
/// <param name="Draft">Not published yet: says so on top, isn't indexed, and is served with the application's policy.</param>
public sealed record PlanPageModel(
    PublishedPlan Plan,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    SiteAddresses? Addresses = null,
    bool Draft = false) : PageModel
{
    public IReadOnlyList<Download> Downloads { get; init; } = [];

    /// <summary>Whether there is a page that counts where it stands: not before anybody was asked.</summary>
    public bool HasProgress { get; init; }

    /// <summary>Address of the feed of changes, or null.</summary>
    public string? Feed { get; init; }

    internal override Type Component => typeof(PlanPage);

    /// <summary>The element of a recommendation in the page, to be linked to: <c>r-66-a</c>.</summary>
    public static string Anchor(string recommendation) => $"r-{recommendation}";
}
