namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>
/// In a CSV a cell that begins like a formula would be one in a spreadsheet (CWE-1236): it gets an apostrophe, which spreadsheets take for "this is text".
/// Cells that begin with apostrophes before such a sign get one more, so that each reads back as it was.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    public static string On(string text) => IsLikeFormula(text) ? Guard + text : text;

    public static string Off(string text) => text.StartsWith(Guard) && IsLikeFormula(text) ? text[1..] : text;

    private static bool IsLikeFormula(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimStart(Guard);
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }
}
