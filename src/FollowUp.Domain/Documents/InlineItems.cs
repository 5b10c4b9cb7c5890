using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

/// <summary>Sub-items that stand in the middle of a text, as where a format has lost its line breaks.</summary>
internal static partial class InlineItems
{
    /// <returns>What stands before the first, and the sub-items; none where there are not at least two in sequence.</returns>
    public static (string Lead, Block[] Items) Of(Block paragraph)
    {
        List<Match> found = [];
        foreach (Match mark in Mark.Matches(paragraph.Text))
        {
            if (mark.Groups[1].Value[0] == (char)('a' + found.Count))
                found.Add(mark);
        }

        if (found.Count < 2)
            return (paragraph.Text, []);
        return (
            paragraph.Text[..found[0].Groups["mark"].Index].TrimEnd(),
            [
                .. found.Select((m, n) => new Block(
                    BlockKind.SubItem,
                    m.Groups[1].Value,
                    paragraph.Text[(m.Index + m.Length)..(n + 1 < found.Count ? found[n + 1].Groups["mark"].Index : paragraph.Text.Length)].Trim(),
                    paragraph.Line,
                    false)),
            ]);
    }

    // After a colon or a semicolon only: “article 37 (b)” is no sub-item.
    [GeneratedRegex(@"(?<=[:;：；,]\s*(?:and|or|et|ou|y|o|和|以及)?\s*)(?<mark>[(（]\s*([a-z])\s*[)）])\s*")]
    private static partial Regex Mark { get; }
}
