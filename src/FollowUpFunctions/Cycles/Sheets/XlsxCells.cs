using System.Globalization;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Address">Such as <c>B7</c>.</param>
/// <param name="Value">Its number, its place among the shared strings, or its text.</param>
internal sealed record XlsxCell(string Address, string? Type, int Style, string Value);

/// <summary>What a cell says, as text: numbers without artefacts of their storage, dates in ISO 8601.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> strings, XlsxDates dates)
{
    /// <returns>Null for an error such as <c>#N/A</c>.</returns>
    public string? Text(XlsxCell cell) => cell.Type switch
    {
        "s" => strings[int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture)],
        "inlineStr" or "str" or "d" => cell.Value,
        "b" => cell.Value == "1" ? "true" : "false",
        "e" => null,
        _ when cell.Value.Length == 0 => "",
        _ => Number(double.Parse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture), cell.Style),
    };

    // A workbook keeps 15 digits that count: what double has beyond them is noise, such as 4.1000000000000005.
    private string Number(double number, int style) =>
        dates.Are(style) ? dates.Show(number)
        : Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##############", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);
}
