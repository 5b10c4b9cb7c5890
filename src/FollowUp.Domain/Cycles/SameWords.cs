using System.Text;

namespace FollowUp.Domain.Cycles;

/// <summary>When two people wrote the same words, though not the same characters.</summary>
public static class SameWords
{
    // Khmer is written without spaces: some keyboards put this invisible one between words, others don't.
    private const char ZeroWidthSpace = '\u200B';

    // Has no normal form in .NET, which throws.
    private const char NotACharacter = '\uFFFE';

    /// <summary>The text in Unicode normal form C; what has none, such as half of a surrogate pair, becomes U+FFFD.</summary>
    public static string Compose(string text)
    {
        string sound = text.Any(c => char.IsSurrogate(c) || c == NotACharacter)
            ? string.Concat(text.EnumerateRunes()).Replace(NotACharacter, '\uFFFD')
            : text;
        return sound.Normalize(NormalizationForm.FormC);
    }

    /// <summary>White space as one space, at the ends none.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Compose(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Equal for texts that differ only in white space, case, closing punctuation or Unicode form.</summary>
    public static string Key(string text)
    {
        string words = OneLine(text.Replace(ZeroWidthSpace.ToString(), "", StringComparison.Ordinal)).ToUpperInvariant();
        int end = words.Length;
        while (end > 0 && (char.IsPunctuation(words[end - 1]) || words[end - 1] == ' '))
            end--;
        return end == 0 ? words : words[..end];
    }

    /// <summary>The spelling that most used; of several the first in ordinal order.</summary>
    public static string MostUsed(IEnumerable<string> spellings) =>
        spellings
            .GroupBy(x => x, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;
}
