using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

            if (chars + chunks[0].Length > CharsAtOnce)
                await FlushAsync();
            together.Add(row);
            chars += chunks[0].Length;
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await table.WriteAllAsync(TableTransactionActionType.UpsertReplace, together, cancellation);
            together.Clear();
            chars = 0;
        }
    }

    public static async Task<List<PlanItem>> ReadItemsAsync(this TableClient table, string cycle, CancellationToken cancellation)
    {
        List<PlanItem> items = [];
        foreach (TableEntity row in await table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation))
        {
            StringBuilder json = new(row.Text());
            for (int n = 1; n < (row.GetInt32(Chunks) ?? 1); n++)
                json.Append((await table.FindAsync(cycle, More(row, n), cancellation))!.Text());
            items.Add(JsonSerializer.Deserialize<PlanItem>(json.ToString(), RowDocument.Json)!);
        }

        return items;
    }

    private static string More(TableEntity item, int n) => $"more~{item.RowKey[Prefix.Length..]}~{item.GetString(Stamp)}~{n:00}";
}
