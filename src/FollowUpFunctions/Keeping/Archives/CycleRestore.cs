using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Keeping.Retention;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>A cycle that stands again as it ended.</summary>
/// <param name="Status">Address of its status.</param>
public sealed record CycleRestored(string Id, string Status, DateTimeOffset RestoredAt, int Rows, int Files);

/// <summary>
/// Writes an archive that was checked. The row <c>cycle</c> counts only when all else is written, so the cycle is there whole or not at all; what broke
/// off goes on when the same archive is sent again.
/// </summary>
public sealed class CycleRestore(AppStorage storage, CycleStores stores, RetentionDates retention, TimeProvider clock)
{
    /// <summary>Columns of the row <c>cycle</c>: the archive that is being written, the one that was, and when.</summary>
    public static readonly string[] Columns = ["Restoring", "Restored", "RestoredAt", "RestoredRows", "RestoredFiles"];

    private const string CycleRow = "cycle";
    private const string Ready = "Ready";

    // Four megabytes go into a transaction, and a letter takes up to three bytes on the way.
    private const int CharsAtOnce = 1_000_000;

    private TableClient Table => storage.Cycles;

    /// <returns>When it was restored, and how much; null when the id is in use by another cycle.</returns>
    public async Task<(DateTimeOffset At, int Rows, int Files, bool IsNew)?> RestoreAsync(ArchiveReader archive, CancellationToken cancellation)
    {
        string cycle = archive.Manifest.Cycle;
        if (await ClaimAsync(cycle, archive.Digest, cancellation) is not { } claim)
            return null;
        if (claim.GetBoolean(Ready) == true)
            return (claim.GetDateTimeOffset("RestoredAt")!.Value, claim.GetInt32("RestoredRows")!.Value, claim.GetInt32("RestoredFiles")!.Value, false);

        TableEntity? last = null;
        int rows = 0;
        foreach (CycleTable table in stores.Tables.Where(t => t.IsArchived))
        {
            List<TableEntity> together = [];
            await foreach (TableEntity row in archive.RowsAsync(table, cancellation))
            {
                rows++;
                if (table.Table == Table && row.RowKey == CycleRow)
                {
                    last = row;
                    continue;
                }

                if (together.Count > 0 && (together.Count == TableRows.TransactionLimit || together[0].PartitionKey != row.PartitionKey || together.Sum(Chars) + Chars(row) > CharsAtOnce))
                    await FlushAsync(table, together, cancellation);
                together.Add(row);
            }

            await FlushAsync(table, together, cancellation);
        }

        int files = 0;
        await foreach (ArchivedFile file in archive.FilesAsync(cancellation))
        {
            files++;
            await using Stream content = await archive.OpenAsync(file, cancellation);
            await stores.Containers.Single(c => c.Name == file.Container).Container.GetBlobClient(CycleStores.Folder(cycle) + file.Path).UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = file.ContentType, CacheControl = file.CacheControl },
                    Metadata = file.Metadata?.ToDictionary(),
                },
                cancellation);
        }

        return await FinishAsync(claim, last ?? throw new BadArchiveException("", "The archive has no row of the cycle itself: it was not made by this app."), archive.Digest, rows, files, cancellation);
    }

    private async Task<(DateTimeOffset At, int Rows, int Files, bool IsNew)?> FinishAsync(
        TableEntity claim, TableEntity row, string digest, int rows, int files, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await Table.UpsertEntityAsync(new TableEntity("~cycles", row.PartitionKey), TableUpdateMode.Replace, cancellation);
        await retention.PlanAsync(row.Document<CycleSettings>(), row.GetDateTimeOffset("EndedAt") ?? now, cancellation);
        row[Ready] = true;
        (row["Restored"], row["RestoredAt"], row["RestoredRows"], row["RestoredFiles"]) = (digest, now, rows, files);
        try
        {
            await Table.UpdateEntityAsync(row, claim.ETag, TableUpdateMode.Replace, cancellation);
            return (now, rows, files, true);
        }
        catch (RequestFailedException e) when (e.Status == TableRows.PreconditionFailed)
        {
            // Somebody has sent the same archive at the same time, and was first.
            TableEntity there = await Table.GetEntityAsync<TableEntity>(row.PartitionKey, CycleRow, cancellationToken: cancellation);
            return there.GetString("Restored") == digest ? (there.GetDateTimeOffset("RestoredAt")!.Value, rows, files, false) : null;
        }
    }

    /// <returns>The row <c>cycle</c> as it is then; null when it is another's.</returns>
    private async Task<TableEntity?> ClaimAsync(string cycle, string digest, CancellationToken cancellation)
    {
        while (true)
        {
            TableEntity claim = new(cycle, CycleRow) { [Ready] = false, ["Restoring"] = digest, ["CreatedAt"] = clock.GetUtcNow() };
            try
            {
                if (await Table.FindAsync(cycle, CycleRow, cancellation) is not { } there)
                {
                    await Table.AddEntityAsync(claim, cancellation);
                    continue;
                }

                if (there.GetBoolean(Ready) == true)
                    return there.GetString("Restored") == digest ? there : null;
                if (there.GetString("Restoring") == digest)
                    return there;
                if (there.GetString("Restoring") is null)
                    return null;
                // Another archive of the cycle, of which the writing broke off: what it left is not this one's.
                await Table.UpdateEntityAsync(claim, there.ETag, TableUpdateMode.Replace, cancellation);
                await stores.ClearAsync(cycle, cancellation);
            }
            catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
            {
            }
        }
    }

    private static int Chars(TableEntity row) => row.Sum(p => p.Value is string text ? text.Length : 8);

    private static async Task FlushAsync(CycleTable table, List<TableEntity> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
            await table.Table.SubmitTransactionAsync(rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellation);
        rows.Clear();
    }
}
