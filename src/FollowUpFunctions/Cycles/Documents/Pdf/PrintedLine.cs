using System.Text;
using UglyToad.PdfPig.Content;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>Letters on one base line, from left to right. Raised small digits are footnotes' numbers and not part of it.</summary>
/// <param name="Base">Height of the base line over the page's bottom, in points.</param>
internal sealed record PrintedLine(int Page, double Base, double Left, double Size, bool Bold, string Text)
{
    private const double WordGap = 0.18;

    public static IReadOnlyList<PrintedLine> On(Page page)
    {
        List<List<Letter>> rows = [];
        foreach (Letter letter in page.Letters.Where(l => l.TextOrientation is TextOrientation.Horizontal && l.PointSize > 0.5).OrderByDescending(l => l.StartBaseLine.Y))
        {
            // A raised digit comes first in this order and waits for its line.
            List<Letter>? row = rows.Count > 0 ? rows[^1] : null;
            if (row is not null && row[0].StartBaseLine.Y - letter.StartBaseLine.Y <= 0.45 * Math.Max(letter.PointSize, row[0].PointSize))
                row.Add(letter);
            else
                rows.Add([letter]);
        }

        return [.. PageColumns.InReadingOrder(rows).Select(r => Of(page.Number, r)).Where(l => l.Text.Trim().Length > 0)];
    }

    private static PrintedLine Of(int page, List<Letter> row)
    {
        Letter[] inked = [.. row.Where(l => !string.IsNullOrWhiteSpace(l.Value))];
        if (inked.Length == 0)
            return new(page, 0, 0, 0, false, "");
        double size = Median(inked.Select(l => l.PointSize));
        double line = Median(inked.Where(l => l.PointSize > size * 0.85).Select(l => l.StartBaseLine.Y));
        Letter[] letters = [.. row.Where(l => !(l.PointSize < size * 0.8 && l.StartBaseLine.Y > line + (size * 0.1) && l.Value.All(c => char.IsDigit(c) || c == '*' || c == ' '))).OrderBy(l => l.StartBaseLine.X)];
        StringBuilder text = new();
        Letter? last = null;
        foreach (Letter letter in RightToLeft.IsMost(letters) ? RightToLeft.InReadingOrder(letters) : letters)
        {
            // Some writers print a letter twice, a hair apart, to make it bold.
            if (last is not null && last.Value == letter.Value && Math.Abs(last.StartBaseLine.X - letter.StartBaseLine.X) < size * 0.1)
                continue;
            if (last is not null && Gap(last, letter) > size * WordGap && !char.IsWhiteSpace(text[^1]) && !string.IsNullOrWhiteSpace(letter.Value))
                text.Append(' ');
            text.Append(LetterText.Of(letter.Value));
            last = letter;
        }

        return new(page, line, letters.Length > 0 ? letters[0].StartBaseLine.X : 0, size, inked.Count(IsBold) * 2 > inked.Length, text.ToString());
    }

    // In Arabic the next letter stands to the left.
    private static double Gap(Letter last, Letter next) => next.StartBaseLine.X >= last.StartBaseLine.X
        ? next.StartBaseLine.X - last.EndBaseLine.X
        : last.StartBaseLine.X - next.EndBaseLine.X;

    private static bool IsBold(Letter letter) =>
        letter.FontName is { } font && (font.Contains("Bold", StringComparison.OrdinalIgnoreCase) || font.Contains("Black", StringComparison.OrdinalIgnoreCase)
            || font.Contains("Heavy", StringComparison.OrdinalIgnoreCase) || font.Contains("SimHei", StringComparison.OrdinalIgnoreCase));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
