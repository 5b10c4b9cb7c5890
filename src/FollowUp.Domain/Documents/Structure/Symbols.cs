using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>The document's own symbol: on its cover or in its page headers. The body's symbols are those of other documents.</summary>
internal static partial class Symbols
{
    public static string? Of(IEnumerable<DocumentLine> cover, IEnumerable<DocumentLine> furniture) =>
        furniture.Concat(cover)
            .SelectMany(l => Symbol.Matches(l.Text).Where(m => Alone(l.Text, m)).Select(m => m.Value.TrimEnd('.', '-', '/')))
            .GroupBy(s => s)
            .OrderByDescending(g => g.Count())
            .Select(g => g.Key)
            .FirstOrDefault();

    /// <summary>"…reports of Testland (CRC/C/TST/5-6)" names the report, not this document.</summary>
    private static bool Alone(string line, Match symbol) =>
        symbol.Value.Contains("/CO/", StringComparison.Ordinal) || symbol.Value.Contains("/Add.", StringComparison.Ordinal)
            ? line.Length - symbol.Length <= 60 && !line[..symbol.Index].TrimEnd().EndsWith('(')
            : false;

    [GeneratedRegex(@"\b(?:CRC|CEDAW|CCPR|CAT|CRPD|CERD|CMW|CED|E)/(?:OP)?C(?:\.12)?/[A-Z0-9][A-Z0-9/.\-]*(?:Add\.\d+)?(?:/(?:Corr|Rev)\.\d)?")]
    private static partial Regex Symbol { get; }
}
