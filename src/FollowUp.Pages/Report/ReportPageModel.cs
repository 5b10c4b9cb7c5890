using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Report;

/// <summary>The report of commitments as a page of one language. Everything in it is public, so it takes nothing but the published model.</summary>
/// <param name="Pages">The same page in each language, such as <c>index.fr.html</c>.</param>
/// <param name="Docx">Address of the report as a Word document in this language.</param>
/// <param name="Plans">Address of the page that lists the versions of the plan.</param>
public sealed record ReportPageModel(
    CommitmentsReport Report,
    string Language,
    IReadOnlyList<LanguageLink> Pages,
    string Json,
    string Schema,
    string Docx,
    string Plans) : PageModel
{
    internal override Type Component => typeof(ReportPage);

    /// <summary>The element of a recommendation in the page, to be linked to: <c>r-66-a</c>.</summary>
    public static string Anchor(string recommendation) => $"r-{recommendation}";
}
