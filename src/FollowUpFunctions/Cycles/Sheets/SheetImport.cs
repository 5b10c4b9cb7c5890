using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Carries sheets into what is on record of a cycle.</summary>
public sealed class SheetImport(CyclesTable cycles, JournalTable journal, TimeProvider clock)
{
    internal async Task<ImportPlan<Recommendation>> PlanRecommendationsAsync(string cycle, Sheet sheet, CancellationToken cancellation)
    {
        List<Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
        bool consulted = rounds.Exists(r => r.Id == RoundKinds.Consultation.Id && r.OpenedAt is not null);
        return new RecommendationImport(await cycles.CurrentFactsAsync(cycle, cancellation), consulted).Plan(sheet);
    }

    internal async Task<ImportPlan<Stakeholder>> PlanStakeholdersAsync(string cycle, Sheet sheet, CancellationToken cancellation)
    {
        List<Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        return new StakeholderImport(contents, rounds.Exists(r => r.OpenedAt is not null), clock.GetUtcNow()).Plan(sheet);
    }

    internal async Task<ImportPlan<Recommendation>> WriteAsync(string cycle, ImportPlan<Recommendation> plan, CancellationToken cancellation)
    {
        if (plan.Added.Count > 0)
            await cycles.WriteRecommendationsAsync(cycle, plan.Added, cancellation);
        await cycles.ChangeRecommendationsAsync(cycle, Changes(plan), cancellation);
        await NoteAsync(cycle, JournalEvents.RecommendationsImported, plan, cancellation);
        return WithKept(plan, row => row.Key);
    }

    internal async Task<ImportPlan<Stakeholder>> WriteAsync(string cycle, ImportPlan<Stakeholder> plan, CancellationToken cancellation)
    {
        if (plan.Added.Count > 0)
            await cycles.WriteStakeholdersAsync(cycle, plan.Added, cancellation);
        await cycles.ChangeStakeholdersAsync(cycle, Changes(plan), cancellation);
        await NoteAsync(cycle, JournalEvents.StakeholdersImported, plan, cancellation);
        return WithKept(plan, row => row.Id!);
    }

    private static Dictionary<string, Func<T, T>> Changes<T>(ImportPlan<T> plan) =>
        plan.Changes.ToDictionary(c => c.Key, c => (Func<T, T>)c.Value.Apply);

    private static ImportPlan<T> WithKept<T>(ImportPlan<T> plan, Func<ImportedRow, string> keyOf) => plan with
    {
        Rows = [.. plan.Rows.Select(r => r.Outcome == ImportOutcome.Changed && plan.Changes[keyOf(r)].Kept is { Count: > 0 } kept ? r with { Problems = kept } : r)],
    };

    // A file that changes nothing leaves no trace: it may be sent again and again.
    private async Task NoteAsync<T>(string cycle, string what, ImportPlan<T> plan, CancellationToken cancellation)
    {
        if (plan.Rows.Count == 0)
            return;
        string counts = $"{plan.Count(ImportOutcome.Added)} added, {plan.Count(ImportOutcome.Changed)} changed";
        await journal.WriteAsync(cycle, new(what, clock.GetUtcNow(), cycle, counts), cancellation);
    }
}
