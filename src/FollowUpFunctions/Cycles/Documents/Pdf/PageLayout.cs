using FollowUp.Domain.Documents;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>What the places of lines on their pages say: which stand apart, which are smaller than the body.</summary>
internal static class PageLayout
{
    private const double SmallerThanBody = 0.92;
    private const double WiderThanUsual = 1.25;

    public static IReadOnlyList<DocumentLine> Of(IReadOnlyList<PrintedLine> lines)
    {
        double body = lines.GroupBy(l => Math.Round(l.Size, 1)).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        double usual = Usual(lines);
        return
        [
            .. lines.Select((line, n) => new DocumentLine(
                n + 1,
                line.Text,
                StartsParagraph: n == 0 || (lines[n - 1].Page == line.Page && lines[n - 1].Base - line.Base > usual * WiderThanUsual))
            {
                Page = line.Page,
                Bold = line.Bold,
                Small = line.Size < body * SmallerThanBody,
            }),
        ];
    }

    /// <summary>The distance of most lines from the one above.</summary>
    private static double Usual(IReadOnlyList<PrintedLine> lines) =>
        lines.Zip(lines.Skip(1), (above, below) => above.Page == below.Page ? above.Base - below.Base : 0)
            .Where(d => d > 0)
            .GroupBy(d => Math.Round(d * 2) / 2)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefault(double.MaxValue);
}
