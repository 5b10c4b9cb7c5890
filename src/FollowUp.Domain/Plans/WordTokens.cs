using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Plans;

/// <summary>A text as it is compared: words, numbers, and the single characters of scripts that run words together.</summary>
internal sealed class WordTokens
{
    // Written in more than one way by careful people: the independent vowel of the verb particle, and t or d under a coeng.
    private static readonly (string From, string To)[] _khmerSpellings = [("\u17B2", "\u17B1"), ("អោយ", "\u17B1្យ"), ("្ត", "្ដ")];

    private static readonly HashSet<string> _negations =
    [
        "NOT", "NO", "NEVER", "WITHOUT", "NOR", "NEITHER", "CANNOT", "EXCEPT", "STOP", "NON",
        "NE", "N", "PAS", "JAMAIS", "SANS", "AUCUN", "AUCUNE", "SAUF",
        "لا", "لم", "لن", "ليس", "بدون", "غير", "عدم", "دون",
    ];

    private static readonly string[] _khmerNegations = ["មិន", "គ្មាន", "កុំ", "ឥត", "ពុំ", "អត់", "លើកលែង"];

    private static readonly HashSet<string> _sayNothing =
    [
        "THE", "A", "AN", "OF", "IN", "ON", "AT", "FOR", "TO", "AND", "PLEASE",
        "LE", "LA", "LES", "L", "UN", "UNE", "DES", "DU", "DE", "D", "EN", "DANS", "À", "AU", "AUX", "ET", "POUR",
        "في", "على", "و",
    ];

    private WordTokens(string text, IReadOnlyList<string> tokens)
    {
        Text = text;
        Saying = [.. tokens.Where(t => !_sayNothing.Contains(t))];
        Signature = string.Join(' ', tokens.Where(t => char.IsAsciiDigit(t[0]) || IsNegation(t))
            .Concat(_khmerNegations.SelectMany(n => Enumerable.Repeat(n, Occurrences(text, n))))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>The tokens with a space between words.</summary>
    public string Text { get; }

    /// <summary>The tokens that say something.</summary>
    public string[] Saying { get; }

    /// <summary>Its numbers and negations: texts in which these differ say different things, however like they look.</summary>
    public string Signature { get; }

    /// <param name="key">As <see cref="Cycles.SameWords.Key"/> gives it.</param>
    public static WordTokens Of(string key)
    {
        key = Spelled(key).Replace('’', '\'');
        List<string> tokens = [];
        StringBuilder word = new();
        foreach (char c in key)
        {
            char folded = char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;
            bool number = char.IsAsciiDigit(folded);
            if (word.Length > 0 && (number != char.IsAsciiDigit(word[0]) || RunsTogether(folded) || !IsOfWord(folded)))
                End();
            if (RunsTogether(folded))
                tokens.Add(folded.ToString());
            else if (IsOfWord(folded))
                word.Append(folded);
        }

        End();
        return new(Joined(tokens), tokens);

        void End()
        {
            if (word.Length > 0)
                tokens.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Khmer that may be written in more than one way, in one.</summary>
    public static string Spelled(string text)
    {
        foreach ((string from, string to) in _khmerSpellings)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Thai, Lao, Myanmar, Khmer letters and marks.</summary>
    public static bool RunsTogether(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17D3') && !char.IsDigit(c);

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '\'' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // don't, n'est
    private static bool IsNegation(string token) =>
        _negations.Contains(token) || token.EndsWith("N'T", StringComparison.Ordinal) || token.StartsWith("N'", StringComparison.Ordinal);

    private static string Joined(List<string> tokens)
    {
        StringBuilder text = new();
        for (int n = 0; n < tokens.Count; n++)
        {
            if (n > 0 && !(RunsTogether(tokens[n][0]) && RunsTogether(tokens[n - 1][0])))
                text.Append(' ');
            text.Append(tokens[n]);
        }

        return text.ToString();
    }

    private static int Occurrences(string text, string word) =>
        (text.Length - text.Replace(word, "", StringComparison.Ordinal).Length) / word.Length;
}
