using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>Page headers, page footers, page numbers and footnotes: kept out of the text, and told.</summary>
internal static partial class PageFurniture
{
    /// <summary>How many lines at a page's top and bottom can be furniture.</summary>
    private const int Zone = 4;

    public static (IReadOnlyList<DocumentLine> Body, IReadOnlyList<DocumentLine> Dropped, IReadOnlyList<Doubt> Doubts) Drop(IReadOnlyList<DocumentLine> lines)
    {
        HashSet<int> footnotes = Footnotes(lines);
        DocumentLine[] running = [.. lines.Where(l => l.Running)];
        DocumentLine[] rest = [.. lines.Where(l => !l.Running && !footnotes.Contains(l.Number))];
        HashSet<int> furniture = Repeated(rest);
        furniture.UnionWith(SymbolsAlone(rest));

        DocumentLine[] dropped = [.. rest.Where(l => furniture.Contains(l.Number))];
        IEnumerable<Doubt> told = dropped.GroupBy(l => Shape(l.Text)).Select(g => Doubt.About(g.First(), $"Read as a page header or footer and left out, {Times(g.Count())}: look whether it belongs to the text."));
        IEnumerable<Doubt> notes = lines.Where(l => footnotes.Contains(l.Number) && Note.IsMatch(l.Text)).Select(l => Doubt.About(l, "Read as a footnote and left out: look whether it belongs to the text."));
        return ([.. rest.Where(l => !furniture.Contains(l.Number))], [.. running, .. dropped], [.. told, .. notes]);
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Shape(string text) => Digits.Replace(ReadableText.Of(text), "#");

    /// <summary>A page's last lines from the first small one on.</summary>
    private static HashSet<int> Footnotes(IReadOnlyList<DocumentLine> lines)
    {
        HashSet<int> found = [];
        foreach (IGrouping<int, DocumentLine> page in lines.Where(l => l.Page > 0).GroupBy(l => l.Page))
        {
            DocumentLine[] all = [.. page];
            int first = all.Length;
            for (int i = all.Length - 1; i >= 0 && (all[i].Small || all.Length - i <= 2); i--)
                first = all[i].Small && Note.IsMatch(all[i].Text) ? i : first;
            found.UnionWith(all[first..].Where(l => l.Small).Select(l => l.Number));
        }

        found.UnionWith(lines.Where(l => l.Page == 0 && Adopted.IsMatch(l.Text)).Select(l => l.Number));
        return found;
    }

    private static HashSet<int> Repeated(IReadOnlyList<DocumentLine> lines)
    {
        DocumentLine[][] pages = [.. lines.Where(l => l.Page > 0 && l.Text.Trim().Length > 0).GroupBy(l => l.Page).OrderBy(g => g.Key).Select(g => g.ToArray())];
        HashSet<int> found = [];
        if (pages.Length < 2)
            return found;
        // Left and right pages differ, and a first page has its own.
        int often = Math.Max(2, (int)Math.Ceiling(pages.Length * 0.3));
        foreach (Func<DocumentLine[], IEnumerable<DocumentLine>> edge in (Func<DocumentLine[], IEnumerable<DocumentLine>>[])[p => p.Take(Zone), p => p.Reverse().Take(Zone)])
        {
            Dictionary<string, int> seen = [];
            foreach (string shape in pages.SelectMany(p => edge(p).Select(l => Shape(l.Text)).Distinct()))
                seen[shape] = seen.GetValueOrDefault(shape) + 1;
            foreach (DocumentLine[] page in pages)
            {
                found.UnionWith(edge(page)
                    .TakeWhile(l => seen[Shape(l.Text)] >= often && l.Text.Length <= 160 && !LooksNumbered(l.Text) || PageNumber.IsMatch(l.Text))
                    .Select(l => l.Number));
            }
        }

        return found;
    }

    /// <summary>In a text without pages, the document's number and its job number stand alone in a line wherever a page ended.</summary>
    private static IEnumerable<int> SymbolsAlone(IReadOnlyList<DocumentLine> lines) =>
        lines.Where(l => l.Page == 0 && !l.Whole && Running.IsMatch(l.Text.Trim()))
            .GroupBy(l => Shape(l.Text))
            .Where(g => g.Count() > 1)
            .SelectMany(g => g.Select(l => l.Number));

    private static bool LooksNumbered(string text) => Labels.Number(text) is { Mark: "." or ")", Rest.Length: > 12 };

    [GeneratedRegex(@"\p{Nd}+")]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"^\s*[-–—]?\s*(page\s*|p\.\s*|第\s*)?\p{Nd}{1,3}\s*(页|頁)?\s*((/|of|de|sur)\s*\p{Nd}{1,3})?\s*[-–—]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber { get; }

    [GeneratedRegex(@"^(\p{Nd}{1,3}\s+)?((CRC|CEDAW|CCPR|CAT|CRPD|CERD|CMW|CED|E)/C(\.12)?/[A-Z0-9/.\-]{3,40}|GE\.\p{Nd}{2}-\p{Nd}{4,6})(\s+(\(E\)|\p{Nd}{1,3}|\p{Nd}{4,6}))*$")]
    private static partial Regex Running { get; }

    [GeneratedRegex(@"^\s*(\p{Nd}{1,3}|\*{1,3})\s*\S")]
    private static partial Regex Note { get; }

    [GeneratedRegex(@"^\s*\*{1,3}\s*(Adopted by the|Adoptées par|Adoptadas? por|Aprobadas? por|委员会第|由委员会)", RegexOptions.IgnoreCase)]
    private static partial Regex Adopted { get; }
}
