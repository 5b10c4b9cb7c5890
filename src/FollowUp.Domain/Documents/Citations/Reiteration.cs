using System.Text.RegularExpressions;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>The earlier recommendation that a text repeats.</summary>
/// <param name="From">Its citation, or the document's own words where it cites none.</param>
internal sealed partial record Reiteration(string From, bool Cited)
{
    private const int Near = 200;

    public static Reiteration? In(string text, IReadOnlyList<Vocabulary> words)
    {
        foreach (Match m in words.Select(v => v.Repeats.Match(text)).Where(m => m.Success))
        {
            string behind = text[(m.Index + m.Length)..Math.Min(text.Length, m.Index + m.Length + Near)];
            Match citation = Earlier.Match(behind);
            return citation.Success
                ? new(citation.Value.Trim().TrimEnd(',', ';', '，'), Cited: true)
                : new(m.Groups["what"].Value.Trim(), Cited: false);
        }

        return null;
    }

    [GeneratedRegex(@"[A-Z]{2,6}/C/[A-Z0-9/.\-]*[A-Z0-9](?:\s*[,，]\s*(?:(?:paras?|pars?|párrs?)\.?\s*\d{1,3}(?:\s*\(?[a-z]\))?(?:\s*(?:,|and|et|y|[-–—])\s*\d{1,3}(?:\s*\(?[a-z]\))?)*|第\s?\d{1,3}(?:(?:、|和|至|及)第?\d{1,3})*\s?段))?")]
    private static partial Regex Earlier { get; }
}
