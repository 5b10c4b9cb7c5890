using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Nothing was written.</param>
/// <param name="Sheet">What the file was taken for.</param>
/// <param name="Problems">With the sheet as a whole.</param>
/// <param name="Rows">All but those that are the same, up to a number.</param>
/// <param name="RowsNotListed">How many more there are.</param>
public sealed record ImportReport(bool DryRun, SheetOrigin Sheet, ImportCounts Counts, IReadOnlyList<string> Problems, IReadOnlyList<ImportedRow> Rows, int RowsNotListed)
{
    /// <summary>Rows of an answer that somebody may read.</summary>
    private const int Most = 1_000;

    internal static ImportReport Of<T>(bool dryRun, SheetOrigin sheet, ImportPlan<T> plan)
    {
        // Those that must be mended first.
        ImportedRow[] rows = [.. plan.Rows.OrderByDescending(r => r.Outcome == ImportOutcome.Refused).Take(Most)];
        ImportCounts counts = new(
            plan.Rows.Count + plan.Same,
            plan.Count(ImportOutcome.Added),
            plan.Count(ImportOutcome.Changed),
            plan.Same,
            plan.Count(ImportOutcome.Refused));
        return new(dryRun, sheet, counts, [.. plan.Problems.Where(p => p.Pointer.Length == 0).Select(p => p.Message)], rows, plan.Rows.Count - rows.Length);
    }
}

public sealed record ImportCounts(int Rows, int Added, int Changed, int Same, int Refused);
