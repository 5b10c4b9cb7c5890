using Azure.Data.Tables;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Changes the plan's items, rows <c>item~…</c> of table <c>Cycles</c>, each under its ETag: letters are answered while the phases go on.
/// </summary>
public sealed class PlanItemsTable(AppStorage storage)
{
    private const string Prefix = "item~";

    private TableClient Table => storage.Cycles;

    /// <summary>Changes the items again and again until nobody else has changed one of them meanwhile.</summary>
    /// <param name="change">Is given the items as they are; what it makes twice must be the same as once.</param>
    /// <returns>The items as they are now.</returns>
    public async Task<IReadOnlyList<PlanItem>> ChangeAsync(
        string cycle, Func<IReadOnlyList<PlanItem>, IReadOnlyList<PlanItem>> change, CancellationToken cancellation)
    {
        while (true)
        {
            List<TableEntity> rows = await Table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation);
            IReadOnlyList<PlanItem> changed = change([.. rows.Select(r => r.Document<PlanItem>())]);
            Dictionary<string, TableEntity> there = rows.ToDictionary(r => r.RowKey);
            bool all = true;
            foreach (PlanItem[] some in changed.Chunk(TableRows.TransactionLimit))
                all &= await Table.TrySubmitAsync([.. some.Select(item => Writing(cycle, item, there.GetValueOrDefault(Prefix + item.Recommendation)))], null, cancellation);
            if (all)
                return changed;
        }
    }

    private static TableTransactionAction Writing(string cycle, PlanItem item, TableEntity? there) => there is null
        ? new(TableTransactionActionType.Add, new TableEntity(cycle, Prefix + item.Recommendation).With(item))
        : new(TableTransactionActionType.UpdateReplace, there.With(item), there.ETag);
}
