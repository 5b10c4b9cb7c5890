using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

internal static partial class Sentences
{
    /// <summary>The sentences of a text, each with its white space after it: put together they are the text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> sentences = [];
        int start = 0;
        foreach (Match end in End.Matches(text))
        {
            int next = end.Index + end.Length;
            if (Abbreviation.IsMatch(text[start..(end.Index + 1)]))
                continue;
            sentences.Add(text[start..next]);
            start = next;
        }

        if (start < text.Length)
            sentences.Add(text[start..]);
        return sentences;
    }

    [GeneratedRegex(@"(?:[.!?]["" ”’»)]*\s+(?=[\p{Lu}¿¡""“‘«])|[。！？]\s*(?=.))")]
    private static partial Regex End { get; }

    // What ends in a point without ending a sentence; a single capital is an initial.
    [GeneratedRegex(@"(?:\b(?:arts?|paras?|parr?s?|párrs?|nos?|núms?|vols?|pp?|cf|e\.g|i\.e|mr|ms|mrs|dr|st|ch|sect|fig)|\b\p{Lu})\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation { get; }
}
