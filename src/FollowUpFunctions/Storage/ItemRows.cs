using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Rows <c>item~{recommendation}</c> of table <c>Cycles</c>. What does not fit into a row goes on in rows <c>more~{recommendation}~{stamp}~{n}</c>, which
/// are written before it and named by its stamp: an item is there whole, as it was or as it is.
/// </summary>
internal static class ItemRows
{
    private const string Prefix = "item~";
    private const string Stamp = "Stamp";
    private const string Chunks = "Chunks";

    // Four megabytes go into a transaction, and a letter takes up to three bytes on the way.
    private const int CharsAtOnce = 1_000_000;

    public static async Task WriteItemsAsync(this TableClient table, string cycle, IEnumerable<PlanItem> items, CancellationToken cancellation)
    {
        await foreach (List<TableEntity> some in table.TransactionsAsync(cycle, items, cancellation))
            await table.WriteAllAsync(TableTransactionActionType.UpsertReplace, some, cancellation);
    }

    public static async Task<List<PlanItem>> ReadItemsAsync(this TableClient table, string cycle, CancellationToken cancellation) =>
        [.. (await table.ReadAsync(cycle, cancellation)).Select(x => x.Item)];

    /// <summary>Changes the items, each under its ETag, again and again until nobody has changed one of them meanwhile.</summary>
    /// <param name="change">Is given the items as they are; what it makes twice must be the same as once.</param>
    /// <returns>The items as they are now.</returns>
    public static async Task<IReadOnlyList<PlanItem>> ChangeItemsAsync(
        this TableClient table, string cycle, Func<IReadOnlyList<PlanItem>, IReadOnlyList<PlanItem>> change, CancellationToken cancellation)
    {
        while (true)
        {
            List<(TableEntity Row, PlanItem Item)> there = await table.ReadAsync(cycle, cancellation);
            Dictionary<string, ETag> tags = there.ToDictionary(x => x.Row.RowKey, x => x.Row.ETag);
            IReadOnlyList<PlanItem> changed = change([.. there.Select(x => x.Item)]);
            bool all = true;
            await foreach (List<TableEntity> some in table.TransactionsAsync(cycle, changed, cancellation))
            {
                all &= await table.TrySubmitAsync(
                    [
                        .. some.Select(row => tags.TryGetValue(row.RowKey, out ETag tag)
                            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
                            : new TableTransactionAction(TableTransactionActionType.Add, row)),
                    ],
                    null,
                    cancellation);
            }

            if (all)
                return changed;
        }
    }

    /// <summary>Deletes the rows that go on with an item as it was before.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> DeleteOldPartsAsync(this TableClient table, string cycle, CancellationToken cancellation)
    {
        List<TableEntity> parts = await table.ListAsync(TableRows.KeysFrom(cycle, "more~"), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
        if (parts.Count == 0)
            return 0;
        HashSet<string> named =
        [
            .. (await table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation))
                .SelectMany(row => Enumerable.Range(1, (row.GetInt32(Chunks) ?? 1) - 1).Select(n => More(row, n))),
        ];
        TableEntity[] old = [.. parts.Where(r => !named.Contains(r.RowKey))];
        await table.WriteAllAsync(TableTransactionActionType.Delete, old, cancellation);
        return old.Length;
    }

    private static async Task<List<(TableEntity Row, PlanItem Item)>> ReadAsync(this TableClient table, string cycle, CancellationToken cancellation)
    {
        List<(TableEntity, PlanItem)> items = [];
        foreach (TableEntity row in await table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation))
        {
            StringBuilder json = new(row.Text());
            for (int n = 1; n < (row.GetInt32(Chunks) ?? 1); n++)
                json.Append((await table.FindAsync(cycle, More(row, n), cancellation))!.Text());
            items.Add((row, JsonSerializer.Deserialize<PlanItem>(json.ToString(), RowDocument.Json)!));
        }

        return items;
    }

    // What goes on in other rows is written on the way.
    private static async IAsyncEnumerable<List<TableEntity>> TransactionsAsync(
        this TableClient table, string cycle, IEnumerable<PlanItem> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> together = [];
        int chars = 0;
        foreach (PlanItem item in items)
        {
            string json = JsonSerializer.Serialize(SourcesTable.WithoutSources(item), RowDocument.Json);
            string[] chunks = [.. RowDocument.Rows(json)];
            TableEntity row = new TableEntity(cycle, Prefix + item.Recommendation).WithText(chunks[0]);
            if (chunks.Length > 1)
            {
                row[Chunks] = chunks.Length;
                row[Stamp] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
                foreach ((int n, string chunk) in chunks.Index().Skip(1))
                    await table.UpsertEntityAsync(new TableEntity(cycle, More(row, n)).WithText(chunk), TableUpdateMode.Replace, cancellation);
            }

            if (together.Count == TableRows.TransactionLimit || (together.Count > 0 && chars + chunks[0].Length > CharsAtOnce))
            {
                yield return together;
                together = [];
                chars = 0;
            }

            together.Add(row);
            chars += chunks[0].Length;
        }

        if (together.Count > 0)
            yield return together;
    }

    private static string More(TableEntity item, int n) => $"more~{item.RowKey[Prefix.Length..]}~{item.GetString(Stamp)}~{n:00}";
}
