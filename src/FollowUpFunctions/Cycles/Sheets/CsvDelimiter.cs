namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>What stands between the cells of a CSV: spreadsheets write what the language of their user asks for.</summary>
internal static class CsvDelimiter
{
    private const string Candidates = ",;\t|";
    private const string Declaration = "sep=";

    public static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => "bar",
    };

    /// <summary>What a first line such as <c>sep=;</c> declares, which Excel takes for no row; and where the rows begin.</summary>
    public static (char Delimiter, int From)? Declared(string text)
    {
        if (!text.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) || text.Length <= Declaration.Length)
            return null;
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        if (end != Declaration.Length + 1 && !(end < 0 && text.Length == Declaration.Length + 1))
            return null;
        int next = end < 0 ? text.Length : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        return (text[Declaration.Length], next);
    }

    /// <summary>The one that parts most cells of the first line that it parts at all, outside quotation marks.</summary>
    public static char Detect(string text)
    {
        int[] counts = new int[Candidates.Length];
        bool quoted = false;
        foreach (char c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (c is '\n' or '\r' && Array.Exists(counts, n => n > 0))
                break;
            if (Candidates.IndexOf(c, StringComparison.Ordinal) is >= 0 and int which)
                counts[which]++;
        }

        return Candidates[Array.IndexOf(counts, counts.Max())];
    }
}
