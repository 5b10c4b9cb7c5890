using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A spreadsheet as texts, whatever file it came in.</summary>
/// <param name="Header">Names of the columns as they stand there; empty for a column without one.</param>
/// <param name="Rows">Below the header, without blank ones.</param>
public sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows, SheetOrigin Origin);

/// <param name="Number">As Excel shows it, from 1.</param>
/// <param name="Cells">As many as the header has; empty for a blank cell.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What a file was taken for: people who read wrong letters in the answer see why.</summary>
/// <param name="Format"><c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Encoding">Of a CSV, such as <c>utf-8</c>.</param>
/// <param name="Assumed">Whether nothing in the file says that it is this encoding.</param>
/// <param name="Delimiter">Of a CSV: comma, semicolon, tab or bar.</param>
/// <param name="Name">Of the sheet in a workbook.</param>
public sealed record SheetOrigin(string Format, string? Encoding = null, bool? Assumed = null, string? Delimiter = null, string? Name = null);

/// <summary>A sheet, or all that must be mended before it is one.</summary>
public sealed record SheetReading(Sheet? Sheet, IReadOnlyList<Problem> Problems)
{
    public static SheetReading Refused(string message) => Refused("", message);

    public static SheetReading Refused(string pointer, string message) => new(null, [new(pointer, message)]);
}
