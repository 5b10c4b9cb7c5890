using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>
/// Writes a cycle to one ZIP: rows as JSON lines, published and private files, the journal as a table that people read, and what all of it must be. No
/// more than a few rows or a piece of a file are in memory. The same cycle gives the same archive but for the date.
/// </summary>
public sealed class ArchiveWriter(CycleStores stores, JournalTable journal, TimeProvider clock)
{
    /// <summary>Columns of the row <c>cycle</c> that belong to an installation.</summary>
    private static readonly string[] _own = ["Ready", "Key", .. CycleRestore.Columns];

    // A ZIP knows no dates before.
    private static readonly DateTimeOffset _always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] _leftOut =
    [
        "Mail files of a test installation (the container of pickup mail): they hold personal links.",
        "What children disclosed: it is for the safeguarding contact alone.",
        "Orchestrations and unsettled batches of mail: an archived cycle goes nowhere any more.",
    ];

    public async Task WriteAsync(CycleState cycle, Stream to, CancellationToken cancellation)
    {
        string id = cycle.Settings.Id;
        List<ArchivedEntry> entries = [];
        await using ZipArchive zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        IReadOnlyList<(CycleTable Table, TableEntity Row)> shared = await stores.SharedAsync(id, cancellation);
        foreach (CycleTable table in stores.Tables.Where(t => t.IsArchived))
        {
            await AddAsync(zip, entries, ArchiveManifest.Table(table.Name), async entry =>
            {
                await foreach (TableEntity row in CycleStores.RowsAsync(table, id, cancellation))
                {
                    if (!ArchivedRows.IsPassing(row))
                        await entry.WriteAsync(ArchivedRow.Write(row, row.RowKey == "cycle" ? _own : []), cancellation);
                }

                foreach ((_, TableEntity row) in shared.Where(s => s.Table == table && ArchivedRows.IsCode(s.Row)))
                    await entry.WriteAsync(ArchivedRow.Write(row), cancellation);
            }, cancellation);
        }

        List<ArchivedFile> files = [];
        foreach (CycleContainer container in stores.Containers.Where(c => c.IsArchived))
        {
            await foreach (BlobItem blob in CycleStores.FilesAsync(container, id, cancellation))
            {
                string path = blob.Name[CycleStores.Folder(id).Length..];
                ArchivedFile file = new(
                    ArchiveManifest.File(container.Name, path),
                    container.Name,
                    path,
                    blob.Properties.ContentType,
                    blob.Properties.CacheControl,
                    blob.Metadata is { Count: > 0 } noted ? noted.OrderBy(m => m.Key, StringComparer.Ordinal).ToDictionary() : null);
                await AddAsync(zip, entries, file.Entry, entry => container.Container.GetBlobClient(blob.Name).DownloadToAsync(entry, cancellation), cancellation);
                files.Add(file);
            }
        }

        await AddAsync(zip, entries, ArchiveManifest.Files, async entry =>
        {
            foreach (ArchivedFile file in files)
                await entry.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(file, RowDocument.Json) + "\n"), cancellation);
        }, cancellation);
        string lines = Csv.Write((await journal.ReadAsync(id, int.MaxValue, cancellation)).Select(e => new { e.At, e.Event, e.Subject, Detail = e.Detail ?? "" }));
        await AddAsync(zip, entries, ArchiveManifest.Journal, async entry => await entry.WriteAsync(Encoding.UTF8.GetBytes(lines), cancellation), cancellation);

        string app = typeof(ArchiveWriter).Assembly.GetName().Version?.ToString(3) ?? "";
        ArchiveManifest manifest = new(ArchiveManifest.Kind, ArchiveManifest.Newest, id, cycle.Settings.Title, app, clock.GetUtcNow(), _leftOut, entries);
        await AddAsync(
            zip, [], ArchiveManifest.Name, async entry => await entry.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(manifest, RowDocument.Json), cancellation), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, List<ArchivedEntry> entries, string name, Func<Stream, Task> write, CancellationToken cancellation)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        entry.LastWriteTime = _always;
        await using Stream packed = await entry.OpenAsync(cancellation);
        await using HashedStream stream = new(packed);
        await write(stream);
        entries.Add(new(name, stream.Length, stream.Sha256()));
    }
}
