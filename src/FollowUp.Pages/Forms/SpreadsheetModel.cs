using FollowUp.Domain.Forms;

namespace FollowUp.Pages.Forms;

/// <summary>Something to mend in a spreadsheet.</summary>
/// <param name="Cell">As a spreadsheet names it, such as <c>F12</c>, or only the row; null for the file as a whole.</param>
/// <param name="Sentence">In the person's language.</param>
public sealed record SpreadsheetProblem(string? Cell, string Sentence);

/// <summary>The page from which a form is had as a spreadsheet, and on which it is sent back.</summary>
/// <param name="Download">Address of the spreadsheet.</param>
/// <param name="Action">Where the filled-in one is posted to.</param>
/// <param name="Back">Address of the form's pages.</param>
/// <param name="MayReplace">Answers were changed here and in the spreadsheet: the person may say that the spreadsheet's go over them.</param>
public sealed record SpreadsheetModel(
    PageFrame Frame,
    Form Form,
    string Download,
    string Action,
    string Back,
    IReadOnlyList<SpreadsheetProblem> Problems,
    bool MayReplace,
    DateTimeOffset? Closes,
    bool Late,
    string Organisation) : PageModel
{
    /// <summary>More would not help anybody.</summary>
    public const int MostProblems = 50;

    internal override Type Component => typeof(SpreadsheetPage);
}
