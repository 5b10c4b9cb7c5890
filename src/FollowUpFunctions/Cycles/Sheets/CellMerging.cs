using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Compares and merges rows cell by cell.</summary>
internal static class CellMerging
{
    public static IReadOnlyList<CellChange> Differences<T>(IReadOnlyList<SheetColumn<T>> columns, T before, T after) =>
        [.. columns.Select(c => new CellChange(c.Name, c.Show(before), c.Show(after))).Where(c => c.From != c.To)];

    /// <summary>
    /// Carries changes into a row that somebody else may have changed since: a cell that has become a third thing is left, and so is the status
    /// of a text that is no longer the one that was seen.
    /// </summary>
    public static (T Merged, IReadOnlyList<string> Kept) Merge<T>(IReadOnlyList<SheetColumn<T>> columns, T before, IReadOnlyList<CellChange> changes, T fresh)
    {
        List<string> kept = [];
        T merged = fresh;
        foreach (CellChange change in changes)
        {
            SheetColumn<T> column = columns.First(c => c.Name == change.Column);
            string now = column.Show(fresh);
            SheetColumn<T>? about = column.SaysHow ? columns.First(c => c.Name == RecommendationSheet.TextOf(column.Name)) : null;
            bool seen = about is null || about.Show(fresh) == about.Show(before);
            if (seen && now == change.From)
                merged = column.Read(merged, new(change.To, 0, change.Column, new Findings()));
            else if (now != change.To)
                kept.Add($"{column.Name} was changed by somebody else meanwhile and stays “{now}”: look at it, and import once more to replace it.");
        }

        return (merged, kept);
    }
}
