namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Several values in one cell: one a line with <c>- </c> before it, as the Universal Human Rights Index has them, or parted by semicolons.</summary>
internal static class CellLists
{
    private const string Bullet = "- ";

    public static IReadOnlyList<string> Read(string cell)
    {
        string[] lines = cell.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
            return [];
        if (!lines[0].StartsWith(Bullet, StringComparison.Ordinal))
            return [.. lines.SelectMany(l => l.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

        List<string> values = [];
        foreach (string line in lines)
        {
            if (line.StartsWith(Bullet, StringComparison.Ordinal))
                values.Add(line[Bullet.Length..].Trim());
            else
                values[^1] = $"{values[^1]} {line}";
        }

        return [.. values.Where(v => v.Length > 0)];
    }

    public static string Write(IReadOnlyList<string> values) =>
        values.Any(v => v.Contains(';', StringComparison.Ordinal) || v.StartsWith(Bullet, StringComparison.Ordinal))
            ? string.Join('\n', values.Select(v => Bullet + v))
            : string.Join("; ", values);
}
