namespace FollowUp.Domain.Documents.Structure;

/// <summary>Whether a text breaks its lines inside sentences. A file of paragraphs, one a line, must not be read like a page.</summary>
internal static class Wrapping
{
    private const int Long = 40;
    private const double MostOpenEnds = 0.4;

    public static IReadOnlyList<DocumentLine> WholeWherePlain(IReadOnlyList<DocumentLine> lines)
    {
        DocumentLine[] candidates = [.. lines.Where(l => !l.Whole && l.Text.Length >= Long)];
        int open = candidates.Count(l => !ReadableText.EndsItem(l.Text));
        return open > candidates.Length * MostOpenEnds && candidates.Length > 2
            ? lines
            : [.. lines.Select(l => l.Whole ? l : l with { Whole = true })];
    }
}
