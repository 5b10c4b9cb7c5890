namespace FollowUp.Domain.Documents.Wording;

/// <summary>Which language a document is in, by its script and its most common words.</summary>
internal static class DocumentLanguage
{
    private const int Enough = 200_000;

    private static readonly Dictionary<string, HashSet<string>> _common = new()
    {
        ["en"] = ["the", "of", "and", "to", "that", "in", "for", "with", "is", "on", "by", "its", "committee", "children"],
        ["fr"] = ["les", "des", "du", "et", "le", "que", "dans", "pour", "une", "est", "aux", "par", "comité", "enfants"],
        ["es"] = ["los", "las", "del", "el", "y", "que", "por", "con", "una", "para", "su", "al", "comité", "niños"],
    };

    private static readonly (string Language, char First, char Last)[] _scripts =
        [("zh", '\u4e00', '\u9fff'), ("km", '\u1780', '\u17ff'), ("ar", '\u0600', '\u06ff'), ("ru", '\u0400', '\u04ff')];

    public static string? Of(IEnumerable<string> lines)
    {
        string text = string.Join('\n', lines);
        text = text.Length > Enough ? text[..Enough] : text;
        int letters = text.Count(char.IsLetter);
        if (letters == 0)
            return null;
        foreach ((string language, char first, char last) in _scripts)
        {
            if (text.Count(c => c >= first && c <= last) * 2 > letters)
                return language;
        }

        string[] words = text.ToLowerInvariant().Split([.. " \t\n.,;:()'’"], StringSplitOptions.RemoveEmptyEntries);
        (string best, int hits) = _common.Select(l => (l.Key, words.Count(l.Value.Contains))).MaxBy(l => l.Item2);
        return hits * 8 >= words.Length ? best : null;
    }
}
