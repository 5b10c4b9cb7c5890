using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Import;

/// <param name="Row">As a spreadsheet shows it.</param>
/// <param name="Outcome"><c>added</c>, <c>changed</c>, <c>same</c> or <c>refused</c>.</param>
public sealed record ImportRow(int Row, string Key, string Outcome, IReadOnlyList<(string Column, string From, string To)> Changes, IReadOnlyList<string> Problems);

/// <summary>What an import would do. Nothing is done while one row is refused.</summary>
/// <param name="NotListed">How many rows more there are.</param>
public sealed record ImportReportView(int Added, int Changed, int Same, int Refused, IReadOnlyList<string> Problems, IReadOnlyList<ImportRow> Rows, int NotListed);

/// <summary>A list that comes back into a cycle: first what would change, then it is done.</summary>
/// <param name="List"><c>stakeholders</c> or <c>recommendations</c>.</param>
/// <param name="Report">Null before a file was given.</param>
/// <param name="Wrong">Why the file can't be read; null where it can.</param>
public sealed record ImportModel(DeskFrame Frame, string List, ImportReportView? Report, string? Wrong) : PageModel
{
    internal string Address => Frame.Page($"import/{List}");

    internal bool MayConfirm => Report is { Refused: 0, Problems.Count: 0 } report && report.Added + report.Changed > 0;

    internal IReadOnlyList<PageError> Errors => Wrong is null ? [] : [new("#sheet", Wrong)];

    internal override Type Component => typeof(ImportPage);
}
