using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A text of the Universal Human Rights Index, taken apart: the heading stands before the number of the paragraph, with nothing between.</summary>
/// <param name="Heading">Blank where there is none.</param>
/// <param name="Articles">That the heading cites, such as <c>37(b)</c>.</param>
/// <param name="Items">By letter; one with no letter where the paragraph has no sub-items.</param>
internal sealed partial record UhriText(string Heading, IReadOnlyList<string> Articles, int Paragraph, string Body, IReadOnlyList<(string? Letter, string Text)> Items)
{
    /// <returns>Null where no number of a paragraph is to be found.</returns>
    public static UhriText? Read(string cell)
    {
        if (Numbered.Match(SameWords.OneLine(cell)) is not { Success: true } match)
            return null;
        string heading = match.Groups["heading"].Value.Trim();
        string body = match.Groups["body"].Value.Trim();
        return new(
            Citation.Replace(heading, "").Trim(' ', '.', '-'),
            [.. Citation.Matches(heading).SelectMany(c => Article.Matches(c.Groups["articles"].Value)).Select(a => a.Value.Replace(" ", "", StringComparison.Ordinal))],
            int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
            body,
            Split(body));
    }

    // Letters count as those of sub-items while they follow each other from (a): others cite articles.
    private static List<(string? Letter, string Text)> Split(string body)
    {
        List<Match> marks = [];
        foreach (Match mark in Item.Matches(body))
        {
            if (mark.Groups["letter"].Value[0] == 'a' + marks.Count)
                marks.Add(mark);
        }

        if (marks.Count < 2)
            return [(null, body)];
        string opening = body[..marks[0].Index].Trim();
        List<(string? Letter, string Text)> items = [];
        for (int n = 0; n < marks.Count; n++)
        {
            int end = n + 1 < marks.Count ? marks[n + 1].Index : body.Length;
            string item = body[marks[n].Index..end].Trim().TrimEnd(';');
            items.Add((marks[n].Groups["letter"].Value, $"{opening} {(item.EndsWith("; and", StringComparison.Ordinal) ? item[..^5] : item)}".Trim()));
        }

        return items;
    }

    // The first number with a full stop after which a sentence or a sub-item begins; "(arts. 2 and 3)" is none.
    [GeneratedRegex(@"^(?<heading>.{0,300}?)(?<![\w.,(])(?<number>[1-9]\d{0,3})\s?\.\s?(?=[\p{Lu}\p{Lo}(])(?<body>.+)$")]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"(?<=(^|[:;,.]|\band|\bor)\s?)\((?<letter>[a-z])\)(?=\s?\p{L})")]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"\((?<articles>arts?\.[^()]*(\([^()]*\)[^()]*)*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Citation { get; }

    [GeneratedRegex(@"\d{1,2}( ?\([a-z0-9]\))?")]
    private static partial Regex Article { get; }
}
