using Azure.Data.Tables;
using FollowUp.Domain.StrategicPlans;

namespace FollowUpFunctions.Storage;

/// <summary>Rows <c>objective~…</c> of table <c>Cycles</c>: one for each organisation's strategic plan, so that a new upload replaces it whole.</summary>
public sealed class StrategicPlansTable(AppStorage storage)
{
    private const string Prefix = "objective~";

    public Task WriteAsync(string cycle, StrategicPlan plan, CancellationToken cancellation) =>
        storage.Cycles.UpsertEntityAsync(new TableEntity(cycle, Prefix + plan.Slug).With(plan), TableUpdateMode.Replace, cancellation);

    public async Task<StrategicPlan?> FindAsync(string cycle, string slug, CancellationToken cancellation) =>
        (await storage.Cycles.FindAsync(cycle, Prefix + slug, cancellation))?.Document<StrategicPlan>();

    public async Task<IReadOnlyList<StrategicPlan>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await storage.Cycles.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation)).Select(r => r.Document<StrategicPlan>())];
}
