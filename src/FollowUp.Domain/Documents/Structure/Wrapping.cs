namespace FollowUp.Domain.Documents.Structure;

/// <summary>Whether a text breaks its lines inside sentences. A file of paragraphs, one a line, must not be read like a page.</summary>
public static class Wrapping
{
    private const int Long = 40;
    private const double MostOpenEnds = 0.4;

    /// <summary>For text files and pages, which don't say.</summary>
    public static bool Of(IEnumerable<string> lines)
    {
        string[] longer = [.. lines.Select(ReadableText.Of).Where(l => l.Length >= Long)];
        return longer.Length > 2 && longer.Count(l => !ReadableText.EndsItem(l)) > longer.Length * MostOpenEnds;
    }
}
