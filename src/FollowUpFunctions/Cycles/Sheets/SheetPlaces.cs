using System.Globalization;
using System.Text.RegularExpressions;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Turns places among requests into places in a sheet: <c>/stakeholders/15/email</c> into <c>/rows/17/email</c>.</summary>
internal sealed partial class SheetPlaces(IReadOnlyList<int> rows)
{
    public Problem Of(string list, Problem problem)
    {
        if (!problem.Pointer.StartsWith(list, StringComparison.Ordinal))
            return Named(problem);
        string pointer = Request.Replace(problem.Pointer[list.Length..], Place, 1);
        return Named(new(pointer, Mention.Replace(problem.Message, Words)));
    }

    /// <summary>The problem with its row and column in words.</summary>
    public static Problem Named(Problem problem)
    {
        (int? row, string column) = Cell(problem.Pointer);
        string place = row is null ? "" : column.Length == 0 ? $"Row {row}: " : $"Row {row}, column {column}: ";
        return problem with { Message = place + problem.Message };
    }

    public static int? RowOf(string pointer) => Cell(pointer).Row;

    private string Place(Match m)
    {
        string row = Number(m);
        return $"/rows/{row}{Column(m.Groups["rest"].Value) switch { "" => "", string column => $"/{column}" }}";
    }

    private string Words(Match m) =>
        Column(m.Groups["rest"].Value) is { Length: > 0 } column ? $"row {Number(m)}, column {column}" : $"row {Number(m)}";

    private string Number(Match m) =>
        rows[int.Parse(m.Groups["index"].Value, NumberStyles.None, CultureInfo.InvariantCulture)].ToString(CultureInfo.InvariantCulture);

    // What stands behind a text's language is its status; what stands behind another column is a place in its list.
    private static string Column(string rest)
    {
        string[] parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => "",
            ["texts", string language] => $"text:{language}",
            ["texts", string language, ..] => $"status:{language}",
            ["texts"] => "text",
            [string column, ..] => column,
        };
    }

    private static (int? Row, string Column) Cell(string pointer) =>
        pointer.Split('/') is ["", "rows", string row, .. string[] rest] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (number, string.Join('/', rest))
            : (null, "");

    [GeneratedRegex(@"^/(?<index>\d+)(?<rest>(/[^/]+)*)$")]
    private static partial Regex Request { get; }

    [GeneratedRegex(@"/(recommendations|stakeholders)/(?<index>\d+)(?<rest>(/[A-Za-z0-9:]+)*)")]
    private static partial Regex Mention { get; }
}
