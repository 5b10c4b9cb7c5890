using Azure.Data.Tables;
using FollowUp.Domain.Reiterations;

namespace FollowUpFunctions.Storage;

/// <summary>Rows <c>reiteration~…</c> of table <c>Cycles</c>: what the cycle before left open, by its key there, written once with the new cycle.</summary>
public sealed class OpenItemsTable(AppStorage storage)
{
    private const string Prefix = "reiteration~";

    /// <summary>In the order of the earlier document.</summary>
    public async Task<IReadOnlyList<OpenItem>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await storage.Cycles.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation)).OrderBy(r => r.GetInt32("Place")).Select(r => r.Document<OpenItem>())];

    internal static TableEntity Row(string cycle, OpenItem item, int place) => new TableEntity(cycle, Prefix + item.Key) { ["Place"] = place }.With(item);
}
