using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Plan;

/// <summary>The plan as a page of one language. Everything in it is public, so it takes nothing but the published model.</summary>
/// <param name="Pages">The same page in each language, such as <c>index.fr.html</c>.</param>
/// <param name="Json">Address of the plan as JSON, or null.</param>
/// <param name="Csv">Address of the plan as CSV, or null.</param>
/// <param name="AllVersions">Address of the page that lists all versions, or null.</param>
/// <param name="Draft">Not published yet: says so on top, isn't indexed, and is served with the application's policy.</param>
public sealed record PlanPageModel(
    PublishedPlan Plan,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    string? Json = null,
    string? Csv = null,
    string? AllVersions = null,
    bool Draft = false) : PageModel
{
    /// <summary>Addresses of the plan in other forms, or null.</summary>
    public string? Schema { get; init; }

    public string? Xlsx { get; init; }

    public string? Docx { get; init; }

    /// <summary>Address of the page that counts where it stands, or null before anybody was asked.</summary>
    public string? Progress { get; init; }

    /// <summary>Address of the feed of changes, or null.</summary>
    public string? Feed { get; init; }

    internal override Type Component => typeof(PlanPage);

    /// <summary>The element of a recommendation in the page, to be linked to: <c>r-66-a</c>.</summary>
    public static string Anchor(string recommendation) => $"r-{recommendation}";
}
