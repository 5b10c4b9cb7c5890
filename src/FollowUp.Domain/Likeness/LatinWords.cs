using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Likeness;

/// <summary>A word where it stands in its text.</summary>
internal readonly record struct LatinWord(string Stem, int Start, int Length, bool IsGeneral);

/// <summary>Words of scripts with spaces, by their stems, without those that only join others.</summary>
internal static partial class LatinWords
{
    public static IReadOnlyList<LatinWord> Of(string text, string language)
    {
        List<LatinWord> words = [];
        foreach (Match match in Word.Matches(text))
        {
            string folded = Folded(match.Value);
            if (folded.Length < 2 || GeneralWords.Joins(folded))
                continue;
            words.Add(new(Stem(folded, language), match.Index, match.Length, GeneralWords.IsGeneral(folded)));
        }

        return words;
    }

    /// <summary>Light stemming: endings of number, gender and the common verb forms. Rather two forms apart than two words together.</summary>
    internal static string Stem(string folded, string language) => language == "fr" ? French(folded) : English(folded);

    private static string English(string w)
    {
        if (w.EndsWith("ies", StringComparison.Ordinal) && w.Length > 4)
            w = w[..^3] + "y";
        else if (w.EndsWith("sses", StringComparison.Ordinal))
            w = w[..^2];
        else if (w.EndsWith('s') && w.Length > 3 && !w.EndsWith("ss", StringComparison.Ordinal) && !w.EndsWith("us", StringComparison.Ordinal) && !w.EndsWith("is", StringComparison.Ordinal))
            w = w[..^1];
        foreach (string ending in (string[])["ing", "ed"])
        {
            if (w.EndsWith(ending, StringComparison.Ordinal) && w.Length - ending.Length >= 3)
            {
                w = w[..^ending.Length];
                if (w[^1] == w[^2] && w[^1] is not ('l' or 's' or 'z'))
                    w = w[..^1];
                break;
            }
        }

        return w.EndsWith('e') && w.Length > 3 ? w[..^1] : w;
    }

    private static string French(string w)
    {
        if (w.EndsWith("eaux", StringComparison.Ordinal))
            w = w[..^1];
        else if (w.EndsWith("aux", StringComparison.Ordinal) && w.Length > 4)
            w = w[..^2] + "l";
        else if (w.Length > 3 && w[^1] is 's' or 'x')
            w = w[..^1];
        foreach (string ending in (string[])["ees", "ee", "er", "e"])
        {
            if (w.EndsWith(ending, StringComparison.Ordinal) && w.Length - ending.Length >= 3)
            {
                w = w[..^ending.Length];
                break;
            }
        }

        return w.Length > 4 && w[^1] == w[^2] ? w[..^1] : w;
    }

    private static string Folded(string word)
    {
        StringBuilder folded = new(word.Length);
        foreach (char c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.Replace("œ", "oe").Replace("æ", "ae").ToString();
    }

    // An apostrophe and a hyphen part words here: l'enfant, mother-to-child.
    [GeneratedRegex(@"[\p{L}\p{M}-[\u1780-\u17FF]]+")]
    private static partial Regex Word { get; }
}
