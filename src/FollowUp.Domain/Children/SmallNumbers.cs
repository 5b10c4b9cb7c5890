namespace FollowUp.Domain.Children;

/// <summary>One line of a breakdown.</summary>
/// <param name="Children">Null where a number could point at somebody.</param>
public sealed record ChildrensFigure(string Name, int? Children);

/// <summary>Numbers of children, without those that are small enough to point at somebody.</summary>
public static class SmallNumbers
{
    /// <summary>
    /// Numbers under the minimum are left out. Since the total is known, whatever is left out together must reach the minimum too, and be
    /// more than one line: else the smallest numbers that are left follow, until nobody can work them out by subtraction.
    /// </summary>
    public static IReadOnlyList<ChildrensFigure> LeftOut(IEnumerable<KeyValuePair<string, int>> counts, int minimum)
    {
        KeyValuePair<string, int>[] all = [.. counts.Where(c => c.Value > 0).OrderBy(c => c.Key, StringComparer.Ordinal)];
        List<KeyValuePair<string, int>> shown = [.. all.Where(c => c.Value >= minimum).OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
        while (shown.Count > 0 && shown.Count < all.Length && (all.Length - shown.Count < 2 || all.Except(shown).Sum(c => c.Value) < minimum))
            shown.RemoveAt(0);
        HashSet<string> told = [.. shown.Select(c => c.Key)];
        return [.. all.Select(c => new ChildrensFigure(c.Key, told.Contains(c.Key) ? c.Value : null))];
    }
}
