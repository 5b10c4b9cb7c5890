using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>Sub-items that run on in the paragraph's own text: "…recommends that the State party: (a) Ensure…; (b) Adopt…".</summary>
internal static partial class RunOnItems
{
    public static IReadOnlyList<string> Split(string text)
    {
        List<int> cuts = [];
        foreach (Match m in Candidate.Matches(text))
        {
            if (Labels.SubItem(text[m.Groups["label"].Index..])?.Readings.Any(r => r.Kind is Counting.Letter or Counting.OtherLetter && r.Value == cuts.Count + 1) == true
                && (cuts.Count > 0 || m.Groups["after"].Value is ":" or "："))
            {
                cuts.Add(m.Groups["label"].Index);
            }
        }

        if (cuts.Count < 2)
            return [text];
        return [.. cuts.Prepend(0).Zip(cuts.Append(text.Length), (from, to) => text[from..to].Trim())];
    }

    [GeneratedRegex(@"(?<after>[:：;；,，])\s*(?:(?:and|or|et|y|e|以及|和)\s+)?(?<label>[(（]?[\p{L}][)）])\s*\p{L}")]
    private static partial Regex Candidate { get; }
}
