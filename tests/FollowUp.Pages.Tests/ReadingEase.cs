using System.Text.RegularExpressions;

namespace FollowUp.Pages.Tests;

/// <summary>
/// How easily a text is read, by sentence and word length: for English 206.835 − 1.015 · words per sentence − 84.6 · syllables per word (Flesch, <i>A new
/// readability yardstick</i>, 1948), for French 207 − 1.015 · words per sentence − 73.6 · syllables per word (Kandel and Moles, 1958). 100 and more is very easy,
/// 80 to 90 what a child of eleven reads, under 50 is hard.
/// </summary>
/// <remarks>
/// Syllables are counted, not looked up: runs of vowels, without a mute ending. English: a final <c>e</c> but after a consonant and <c>l</c>, <c>ed</c> but after
/// <c>t</c> and <c>d</c>, <c>es</c> but after a hissing sound. French: a final <c>e</c> or <c>es</c>; <c>é</c>, <c>ï</c> and <c>ü</c> begin a syllable, and an
/// ending <c>-ent</c> counts, since a verb can't be told from a noun. Elided words (<c>l’adulte</c>) are one, numbers in digits are none.
/// </remarks>
internal static partial class ReadingEase
{
    /// <param name="passages">Headings, labels, paragraphs: each ends a sentence.</param>
    public static double Of(string language, IEnumerable<string> passages)
    {
        string[][] sentences =
        [
            .. passages.SelectMany(p => EndOfSentence().Split(p)).Select(s => Word().Matches(s).Select(m => m.Value.ToLowerInvariant()).ToArray()).Where(s => s.Length > 0),
        ];
        string[] words = [.. sentences.SelectMany(s => s)];
        double length = (double)words.Length / sentences.Length;
        double syllables = (double)words.Sum(w => Syllables(language, w)) / words.Length;
        return language == "fr" ? 207 - (1.015 * length) - (73.6 * syllables) : 206.835 - (1.015 * length) - (84.6 * syllables);
    }

    public static int Syllables(string language, string word) =>
        Math.Max(1, (language == "fr" ? FrenchVowels().Matches(FrenchMute().Replace(word, "")) : EnglishVowels().Matches(EnglishMute().Replace(word, ""))).Count);

    [GeneratedRegex(@"[.!?:;…]+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\p{L}+(?:['’-]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("(?<![^aeiouy]l)e$|(?<![td])ed$|(?<!s|x|z|c|g|ch|sh)es$")]
    private static partial Regex EnglishMute();

    [GeneratedRegex("[éïü]?[aeiouyàâäèêëîôöùûœæ]+|[éïü]")]
    private static partial Regex FrenchVowels();

    [GeneratedRegex("es?$")]
    private static partial Regex FrenchMute();
}
