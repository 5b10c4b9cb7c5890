namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Finds the language that most of a text is marked with.</summary>
internal sealed class LanguageCount
{
    // The first script whose letters word processors mark apart from those of Europe.
    private const char Hebrew = '\u0590';

    private readonly Dictionary<string, int> _letters = new(StringComparer.OrdinalIgnoreCase);
    private int _all;

    /// <summary>BCP 47; null where less than half of the text is marked with it.</summary>
    public string? Most => _letters.Count > 0 && _letters.MaxBy(l => l.Value) is { } most && most.Value * 2 > _all ? most.Key : null;

    /// <param name="language">What the text is marked with. What a tool writes whatever the text, its own language as the document's default, is no mark.</param>
    public void Add(string? language, string text)
    {
        int letters = text.Count(char.IsLetter);
        _all += letters;
        if (language is not null && !language.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            _letters[language] = _letters.GetValueOrDefault(language) + text.Count(c => c < Hebrew && char.IsLetter(c));
    }
}
