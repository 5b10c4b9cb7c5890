using F23.StringSimilarity;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Which column of a sheet is which: people write names in their own way.</summary>
internal static class SheetHeader
{
    private static readonly JaroWinkler _likeness = new();

    /// <summary>A name without case, spaces and signs.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>What the sheet's columns are, in the order in which to read them.</summary>
    public static IReadOnlyList<PlacedColumn<T>> Match<T>(Sheet sheet, SheetColumns<T> columns, Findings findings)
    {
        Dictionary<string, string> seen = [];
        List<PlacedColumn<T>> matched = [];
        for (int n = 0; n < sheet.Header.Count; n++)
        {
            string name = sheet.Header[n];
            SheetColumn<T>? column = name.Length == 0 ? null : columns.Find(name);
            string at = Findings.Pointer("/header", name.Length == 0 ? $"{n + 1}" : name);
            if (column is null && name.Length > 0)
                findings.Add(at, $"There is no column “{name}” here; the nearest is “{Nearest(name, columns.Names)}”. Correct the name in the header, or leave the column out.");
            else if (column is null && sheet.Rows.FirstOrDefault(r => r.Cells[n].Length > 0) is { } row)
                findings.Add(at, $"Column {n + 1} has no name in the header, but a value in row {row.Number}: name it, or clear it.");
            else if (column is not null && !seen.TryAdd(column.Name, name))
                findings.Add(at, $"“{name}” and “{seen[column.Name]}” are the same column, “{column.Name}”: leave one of them out.");
            else if (column is not null)
                matched.Add(new(n, column));
        }

        if (!seen.ContainsKey(columns.Key) && findings.Problems.Count == 0)
            findings.Add(Findings.Pointer("/header", columns.Key), $"The sheet has no column “{columns.Key}”, which tells its rows apart: add it. Known columns are {string.Join(", ", columns.Names)}.");
        return [.. matched.OrderBy(c => c.Column.SaysHow)];
    }

    private static string Nearest(string name, IReadOnlyList<string> names) =>
        names.MaxBy(known => _likeness.Similarity(Plain(name), Plain(known)))!;
}
