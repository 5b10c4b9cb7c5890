using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Wording;

/// <summary>Tells a document's language from its script and its commonest words.</summary>
internal static partial class Languages
{
    private const string Unknown = "und";

    private static readonly (string Language, string[] Words)[] _common =
    [
        ("en", ["the", "and", "of", "that", "for", "with", "children", "recommends"]),
        ("fr", ["le", "les", "des", "et", "que", "dans", "pour", "enfants", "recommande"]),
        ("es", ["el", "los", "las", "y", "que", "para", "con", "niños", "recomienda"]),
        ("pt", ["o", "os", "das", "e", "que", "para", "com", "crianças", "recomenda"]),
        ("de", ["der", "die", "und", "das", "dass", "für", "mit", "kinder", "empfiehlt"]),
    ];

    /// <returns>BCP 47; <c>und</c> where nothing speaks for any.</returns>
    public static string Of(string text)
    {
        string some = text.Length > 20_000 ? text[..20_000] : text;
        (string Language, int Letters)[] scripts =
        [
            ("zh", some.Count(c => c is >= '\u4E00' and <= '\u9FFF')),
            ("ar", some.Count(c => c is >= '\u0600' and <= '\u06FF')),
            ("ru", some.Count(c => c is >= '\u0400' and <= '\u04FF')),
            ("km", some.Count(c => c is >= '\u1780' and <= '\u17FF')),
        ];
        (string script, int most) = scripts.MaxBy(s => s.Letters);
        if (most > some.Count(char.IsAsciiLetter))
            return script;

        Dictionary<string, int> words = Word.Matches(some.ToLowerInvariant()).GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.Count());
        (string language, int hits) = _common.Select(c => (c.Language, Hits: c.Words.Sum(w => words.GetValueOrDefault(w)))).MaxBy(x => x.Hits);
        return hits > 0 ? language : Unknown;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
