using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>A table and where in it the rows of a cycle lie.</summary>
/// <param name="Name">In archives; the table's own name has the installation's prefix.</param>
/// <param name="IsArchived">False for what leaves the installation with nobody.</param>
public sealed record CycleTable(string Name, TableClient Table, bool IsArchived = true);

/// <summary>A container; a cycle's files in it lie under <c>{cycle}/</c>.</summary>
/// <param name="IsPublic">Anybody may read it: a file that is taken away leaves a notice.</param>
public sealed record CycleContainer(string Name, BlobContainerClient Container, bool IsPublic = false, bool IsArchived = true);

/// <summary>
/// The one list of where a cycle's data lies. Rows lie in the partition <c>{cycle}</c> or in <c>{cycle}~…</c>; beside them stand few rows in the
/// partitions that all cycles share, each of which begins with <c>~</c>: <see cref="SharedAsync"/>. What archives, erases and forgets goes by this list,
/// and a test looks that nothing of a cycle lies elsewhere.
/// </summary>
public sealed class CycleStores(AppStorage storage)
{
    // A row may have a megabyte.
    private const int RowsAtATime = 100;

    public IReadOnlyList<CycleTable> Tables { get; } =
    [
        new("cycles", storage.Cycles),
        new("invitations", storage.Invitations),
        new("answers", storage.Answers),
        new("mail", storage.Mail),
        new("journal", storage.Journal),
        new("voices", storage.Voices),
        new("disclosures", storage.Disclosures, IsArchived: false),
    ];

    public IReadOnlyList<CycleContainer> Containers { get; } =
    [
        new("plans", storage.Plans, IsPublic: true),
        new("evidence", storage.Evidence),
        new("mail", storage.Pickup, IsArchived: false),
    ];

    public static string Folder(string cycle) => $"{cycle}/";

    public static bool IsPartitionOf(string cycle, string partition) =>
        partition == cycle || partition.StartsWith($"{cycle}~", StringComparison.Ordinal);

    /// <summary>The rows of the cycle's own partitions, in the order of their keys.</summary>
    public static async IAsyncEnumerable<TableEntity> RowsAsync(
        CycleTable table, string cycle, [EnumeratorCancellation] CancellationToken cancellation, params string[] columns)
    {
        string[]? select = columns.Length > 0 ? columns : null;
        string from = $"{cycle}~";
        foreach (string filter in new[] { TableRows.Partition(cycle), TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {from + '\uffff'}") })
        {
            await foreach (TableEntity row in table.Table.QueryAsync<TableEntity>(filter, RowsAtATime, select, cancellation))
                yield return row;
        }
    }

    public static async IAsyncEnumerable<BlobItem> FilesAsync(
        CycleContainer container, string cycle, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (BlobItem file in container.Container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Folder(cycle), cancellation))
            yield return file;
    }

    /// <summary>
    /// The cycle's rows in partitions that all cycles share: its place in the list of cycles, the key that it was asked for with, its unsettled batches
    /// of mail, the codes of its children's groups, what waits to be erased or forgotten.
    /// </summary>
    public async Task<IReadOnlyList<(CycleTable Table, TableEntity Row)>> SharedAsync(string cycle, CancellationToken cancellation)
    {
        List<(CycleTable, TableEntity)> shared = [];
        CycleTable cycles = Tables[0];
        CycleTable voices = Tables.Single(t => t.Table == storage.Voices);
        CycleTable mail = Tables.Single(t => t.Table == storage.Mail);
        string? key = (await storage.Cycles.FindAsync(cycle, "cycle", cancellation))?.GetString("Key");
        foreach ((string partition, string? row) in new[] { ("~cycles", cycle), ("~retention", cycle), ("~keys", key) })
        {
            if (row is not null && await storage.Cycles.FindAsync(partition, row, cancellation) is { } found)
                shared.Add((cycles, found));
        }

        shared.AddRange((await storage.Cycles.ListAsync(TableRows.KeysFrom("~erasures", $"{cycle}~"), cancellation)).Select(r => (cycles, r)));
        shared.AddRange((await storage.Mail.ListAsync(TableRows.KeysFrom("~open", $"{cycle}~"), cancellation)).Select(r => (mail, r)));
        shared.AddRange((await storage.Voices.ListAsync(TableRows.Partition("~codes"), cancellation))
            .Where(r => r.Document<GroupRef>().Cycle == cycle)
            .Select(r => (voices, r)));
        return shared;
    }

    /// <summary>Deletes all that there is of a cycle but its row <c>cycle</c>, which goes last or stays.</summary>
    public async Task ClearAsync(string cycle, CancellationToken cancellation)
    {
        foreach (CycleContainer container in Containers)
        {
            await foreach (BlobItem file in FilesAsync(container, cycle, cancellation))
                await container.Container.DeleteBlobIfExistsAsync(file.Name, cancellationToken: cancellation);
        }

        foreach ((CycleTable table, TableEntity row) in await SharedAsync(cycle, cancellation))
            await table.Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        foreach (CycleTable table in Tables)
        {
            List<TableEntity> rows = [];
            await foreach (TableEntity row in RowsAsync(table, cycle, cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)))
                rows.Add(row);
            foreach (IGrouping<string, TableEntity> partition in rows.Where(r => table.Table != storage.Cycles || r.RowKey != "cycle").GroupBy(r => r.PartitionKey))
                await table.Table.WriteAllAsync(TableTransactionActionType.Delete, partition, cancellation);
        }
    }
}
