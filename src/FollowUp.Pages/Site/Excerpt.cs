using System.Globalization;

namespace FollowUp.Pages.Site;

/// <summary>The beginning of a text, cut where a reader can bear it.</summary>
internal static class Excerpt
{
    private const char WordBreak = '\u200b';

    /// <param name="most">Letters as readers count them: a Khmer letter with its signs is one.</param>
    public static string Of(string text, int most)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        int[] letters = StringInfo.ParseCombiningCharacters(line);
        if (letters.Length <= most)
            return line;
        string begun = line[..letters[most]];
        int end = begun.LastIndexOfAny([' ', WordBreak]);
        return $"{(end > begun.Length * 2 / 3 ? begun[..end] : begun).TrimEnd(' ', ',', ';', '،', WordBreak)}…";
    }
}
