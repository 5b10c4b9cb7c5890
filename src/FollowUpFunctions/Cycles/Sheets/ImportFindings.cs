using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Problems of a sheet by the row in which they are.</summary>
internal sealed class ImportFindings
{
    private readonly List<(int Row, Problem Problem)> _all = [];
    private ILookup<int, string>? _byRow;

    public IReadOnlyList<Problem> Problems => [.. _all.OrderBy(p => p.Row).Select(p => p.Problem)];

    public void Add(int row, string? column, string message)
    {
        string pointer = Findings.Pointer("/rows", row);
        Add(SheetPlaces.Named(new(column is null ? pointer : Findings.Pointer(pointer, column), message)));
    }

    /// <param name="problem">With its place in the sheet.</param>
    public void Add(Problem problem) => _all.Add((SheetPlaces.RowOf(problem.Pointer) ?? 0, problem));

    public IReadOnlyList<string> Of(int row) => [.. (_byRow ??= _all.ToLookup(p => p.Row, p => p.Problem.Message))[row]];
}
