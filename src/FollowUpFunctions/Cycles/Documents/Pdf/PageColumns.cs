using UglyToad.PdfPig.Content;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>Reads a page of two columns one after the other. A row across both parts what stands above it from what stands below.</summary>
internal static class PageColumns
{
    private const int FewestRows = 8;
    private const double FewestShare = 0.6;

    // A gutter is in the middle and wider than any space between words, in points; numbers stand before their text at the left.
    private const double From = 0.35;
    private const double To = 0.65;
    private const double HalfGutter = 4;
    private const double Step = 2;

    /// <param name="rows">Letters that stand side by side, from the top down.</param>
    public static IReadOnlyList<List<Letter>> InReadingOrder(IReadOnlyList<List<Letter>> rows)
    {
        if (Gutter(rows) is not { } gutter)
            return rows;
        List<List<Letter>> order = [];
        List<List<Letter>> left = [];
        List<List<Letter>> right = [];
        foreach (List<Letter> row in rows)
        {
            if (Crosses(row, gutter))
            {
                order.AddRange([.. left, .. right, row]);
                left.Clear();
                right.Clear();
                continue;
            }

            AddTo(left, row, letter => letter.StartBaseLine.X < gutter);
            AddTo(right, row, letter => letter.StartBaseLine.X >= gutter);
        }

        return [.. order, .. left, .. right];
    }

    private static double? Gutter(IReadOnlyList<List<Letter>> rows)
    {
        (double Left, double Right, List<Letter> Row)[] spans =
        [
            .. rows.Select(row => row.FindAll(IsInk)).Where(row => row.Count > 0).Select(row => (row.Min(l => l.StartBaseLine.X), row.Max(l => l.EndBaseLine.X), row)),
        ];
        if (spans.Length < FewestRows)
            return null;
        int enough = Math.Max(FewestRows, (int)(spans.Length * FewestShare));
        double left = spans.Min(span => span.Left);
        double width = spans.Max(span => span.Right) - left;
        (double x, int parted) = (0, 0);
        for (double at = left + (width * From); at < left + (width * To); at += Step)
        {
            List<Letter>[] around = [.. spans.Where(span => span.Left < at && span.Right > at).Select(span => span.Row)];
            int count = around.Length < enough ? 0 : around.Count(row => !Crosses(row, at));
            if (count > parted)
                (x, parted) = (at, count);
        }

        return parted >= enough ? x : null;
    }

    private static void AddTo(List<List<Letter>> column, List<Letter> row, Predicate<Letter> isIn)
    {
        List<Letter> part = row.FindAll(isIn);
        if (part.Exists(IsInk))
            column.Add(part);
    }

    private static bool Crosses(List<Letter> row, double x) =>
        row.Exists(letter => IsInk(letter) && letter.StartBaseLine.X < x + HalfGutter && letter.EndBaseLine.X > x - HalfGutter);

    private static bool IsInk(Letter letter) => !string.IsNullOrWhiteSpace(letter.Value);
}
