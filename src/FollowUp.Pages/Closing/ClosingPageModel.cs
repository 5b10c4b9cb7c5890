namespace FollowUp.Pages.Closing;

/// <summary>The closing report as a page of one language.</summary>
/// <param name="Pages">The same page in each language.</param>
/// <param name="Plans">Address of the page that lists the versions of the plan.</param>
/// <param name="Docx">Address of the Word document in this language.</param>
/// <param name="Json">Address of the plan that the report is made from, or null.</param>
/// <param name="Over">Whether the cycle is over; before, the page isn't for search engines.</param>
public sealed record ClosingPageModel(
    ClosingText Closing,
    string SiteName,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    string Plans,
    string Docx,
    string? Json = null,
    bool Over = true) : PageModel
{
    internal override Type Component => typeof(ClosingPage);

    internal static string Chapter(int n) => $"part-{n + 1}";
}
