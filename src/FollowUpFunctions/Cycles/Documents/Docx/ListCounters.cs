using System.Text;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Counts the paragraphs of lists in the order of the document.</summary>
internal sealed class ListCounters
{
    private readonly Dictionary<string, SortedDictionary<int, int>> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<ListDefinition> _begun = new(ReferenceEqualityComparer.Instance);

    /// <returns>What stands before the paragraph, such as <c>12.</c> or <c>(a)</c>; null for bullets and levels that show nothing.</returns>
    public string? Next(ListDefinition list, int level)
    {
        if (!list.Levels.TryGetValue(level, out ListLevel? own))
            return null;
        if (!_counters.TryGetValue(list.Counter, out SortedDictionary<int, int>? counts))
            counts = _counters[list.Counter] = [];
        if (_begun.Add(list))
        {
            foreach ((int at, int start) in list.StartsAgain)
                counts[at] = start - 1;
        }

        counts[level] = counts.TryGetValue(level, out int count) ? count + 1 : list.StartsAgain.GetValueOrDefault(level, own.Start);
        foreach (int below in counts.Keys.Where(at => at > level).ToArray())
        {
            if (list.Levels.GetValueOrDefault(below)?.RestartsAfter is not { } after || level < after)
                counts.Remove(below);
        }

        return Label(list, own, counts);
    }

    private static string? Label(ListDefinition list, ListLevel own, IReadOnlyDictionary<int, int> counts)
    {
        if (own.Format is "bullet" or "none")
            return null;
        StringBuilder label = new();
        for (int n = 0; n < own.Text.Length; n++)
        {
            if (own.Text[n] == '%' && n + 1 < own.Text.Length && own.Text[n + 1] is >= '1' and <= '9')
            {
                int at = own.Text[++n] - '1';
                if (list.Levels.TryGetValue(at, out ListLevel? level))
                    label.Append(NumberFormats.Write(counts.GetValueOrDefault(at, level.Start), own.IsLegal ? "decimal" : level.Format));
            }
            else
            {
                label.Append(own.Text[n]);
            }
        }

        return label.ToString().Trim() is { Length: > 0 } text ? text : null;
    }
}
