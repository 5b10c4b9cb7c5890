using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>Paragraphs of the document itself that a text refers to, such as "(paras. 10, 12 and 14–16)"; those behind another document's symbol are not.</summary>
internal static partial class ParagraphReferences
{
    private const int WidestRange = 20;

    public static IEnumerable<int> In(string text)
    {
        foreach (Match m in Cited.Matches(text))
        {
            if (Foreign.IsMatch(text[..m.Index]))
                continue;
            int last = 0;
            foreach (Match number in Number.Matches(m.Groups["list"].Value))
            {
                int value = int.Parse(number.Groups["n"].Value, CultureInfo.InvariantCulture);
                for (int between = last + 1; number.Groups["range"].Success && last > 0 && between < value && value - last < WidestRange; between++)
                    yield return between;
                yield return value;
                last = value;
            }
        }
    }

    [GeneratedRegex(
        @"\b(?:paras?|paragraphs?|pars?|paragraphes?|párrs?|párrafos?)\.?\s*(?<list>\d{1,3}(?:\s*\(?[a-z]\))?(?:\s*(?:,|and|et|y|to|à|al?|[-–—]|,\s*and)\s*\d{1,3}(?!\d)(?:\s*\(?[a-z]\))?)*)|第\s?(?<list>\d{1,3}(?:\s*(?:、第?|和第?|及第?|至第?|[-–—])\s*\d{1,3})*)\s?段",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"(?<range>(?:\bto\b|à|\bal?\b|至第?|[-–—])\s*)?(?<n>\d{1,3})(?:\s*\(?[a-z]\))?", RegexOptions.IgnoreCase)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"[A-Z]+/[A-Z0-9/.\-]+\s*[,，]\s*$")]
    private static partial Regex Foreign { get; }
}
