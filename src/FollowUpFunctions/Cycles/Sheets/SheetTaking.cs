using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Takes sheets into a running cycle, one after the other; for the API and for the desk.</summary>
public sealed class SheetTaking(SheetImport import, ImportTurns turns)
{
    internal Task<ImportPlan<Stakeholder>> RehearseStakeholdersAsync(string cycle, Sheet sheet, CancellationToken cancellation) =>
        import.PlanStakeholdersAsync(cycle, sheet, cancellation);

    internal Task<ImportPlan<Recommendation>> RehearseRecommendationsAsync(string cycle, Sheet sheet, CancellationToken cancellation) =>
        import.PlanRecommendationsAsync(cycle, sheet, cancellation);

    /// <returns>What was done; with problems, and then nothing was; null while another import is under way.</returns>
    internal Task<ImportPlan<Stakeholder>?> StakeholdersAsync(string cycle, Sheet sheet, CancellationToken cancellation) =>
        TakeAsync(cycle, sheet, import.PlanStakeholdersAsync, import.WriteAsync, cancellation);

    /// <returns>As for stakeholders.</returns>
    internal Task<ImportPlan<Recommendation>?> RecommendationsAsync(string cycle, Sheet sheet, CancellationToken cancellation) =>
        TakeAsync(cycle, sheet, import.PlanRecommendationsAsync, import.WriteAsync, cancellation);

    private async Task<ImportPlan<T>?> TakeAsync<T>(
        string cycle,
        Sheet sheet,
        Func<string, Sheet, CancellationToken, Task<ImportPlan<T>>> plan,
        Func<string, ImportPlan<T>, CancellationToken, Task<ImportPlan<T>>> write,
        CancellationToken cancellation)
    {
        if (!await turns.TakeAsync(cycle, cancellation))
            return null;
        try
        {
            ImportPlan<T> ready = await plan(cycle, sheet, cancellation);
            return ready.Problems.Count > 0 ? ready : await write(cycle, ready, cancellation);
        }
        finally
        {
            await turns.GiveBackAsync(cycle);
        }
    }
}
