using System.Text.Json.Serialization;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    [JsonStringEnumMemberName("added")] Added,
    [JsonStringEnumMemberName("changed")] Changed,
    [JsonStringEnumMemberName("same")] Same,
    [JsonStringEnumMemberName("refused")] Refused,
}

public sealed record CellChange(string Column, string From, string To);

/// <param name="Row">As Excel shows it.</param>
/// <param name="Key">What the row was found by: paragraph and letter, or an e-mail address.</param>
/// <param name="Id">Of the stakeholder on record that it changes.</param>
/// <param name="Problems">Why it is refused, or which of its cells were left as somebody else has changed them meanwhile.</param>
public sealed record ImportedRow(int Row, string Key, ImportOutcome Outcome, IReadOnlyList<CellChange> Changes, IReadOnlyList<string> Problems, string? Id = null);

/// <summary>What an import would do. Nothing is done while one row is refused.</summary>
/// <param name="Rows">All but those that are the same.</param>
/// <param name="Changes">By the changed thing's key on record; each is told where it couldn't be done.</param>
internal sealed record ImportPlan<T>(
    IReadOnlyList<ImportedRow> Rows, int Same, IReadOnlyList<T> Added, IReadOnlyDictionary<string, CellMerge<T>> Changes, IReadOnlyList<Problem> Problems)
{
    public static ImportPlan<T> Refused(IReadOnlyList<Problem> problems) => new([], 0, [], new Dictionary<string, CellMerge<T>>(), problems);

    public int Count(ImportOutcome outcome) => outcome == ImportOutcome.Same ? Same : Rows.Count(r => r.Outcome == outcome);
}

/// <summary>Cells to change in what is on record, whatever else was changed in it since it was read.</summary>
internal sealed class CellMerge<T>(Func<T, (T Merged, IReadOnlyList<string> Kept)> merge)
{
    /// <summary>What was left as somebody else has changed it meanwhile.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];

    public T Apply(T fresh)
    {
        (T merged, Kept) = merge(fresh);
        return merged;
    }
}
