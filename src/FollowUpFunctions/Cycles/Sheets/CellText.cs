using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Values as the texts of cells.</summary>
internal static class CellText
{
    public static string Show(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Show(IEnumerable<int?>? numbers) => CellLists.Write([.. (numbers ?? []).OfType<int>().Select(n => Show(n))]);

    public static string Show(IEnumerable<string?>? values) => CellLists.Write([.. (values ?? []).OfType<string>()]);

    public static string Show(bool? flag) => flag == true ? "true" : "";

    /// <summary>Whether two texts are kept as the same one: spreadsheets write line breaks in their own way.</summary>
    public static bool Same(string? a, string? b) => a == b || (a is not null && b is not null && Kept(a) == Kept(b));

    private static string Kept(string text) => SameWords.Compose(text).ReplaceLineEndings("\n").Trim();
}
