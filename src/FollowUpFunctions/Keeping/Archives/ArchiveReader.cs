using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>An archive can't be taken; nothing was written.</summary>
public sealed class BadArchiveException(string pointer, string message) : Exception(message)
{
    public string Pointer { get; } = pointer;
}

/// <summary>
/// Reads an archive that may be anything. All of it is checked before any of it is used: that every entry is what the manifest says, to the byte, that
/// there is no other, and that every row and file is the cycle's own. Nothing is unpacked to disk, so no name leads anywhere.
/// </summary>
public sealed class ArchiveReader(ZipArchive zip, CycleStores stores)
{
    public const int MostEntries = 200_000;
    public const long LargestUnpacked = 8L << 30;

    private const int LargestManifest = 64 << 20;

    // A row has at most a megabyte, of which letters may be escapes of six characters.
    private const int LongestLine = 8 << 20;

    private const int Buffer = 81_920;

    private Dictionary<string, ZipArchiveEntry> _entries = [];

    public ArchiveManifest Manifest { get; private set; } = null!;

    /// <summary>SHA-256 of the manifest, which names that of all else: an archive that is sent again is known by it.</summary>
    public string Digest { get; private set; } = "";

    /// <exception cref="BadArchiveException">It is no archive of a version that this app knows, or not what it was when it was made.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await ReadManifestAsync(cancellation);
        foreach (ArchivedEntry entry in Manifest.Entries)
            await CheckAsync(entry, cancellation);
        foreach (CycleTable table in stores.Tables.Where(t => t.IsArchived))
        {
            await foreach (TableEntity row in RowsAsync(table, cancellation))
            {
                if (!ArchivedRows.IsOf(Manifest.Cycle, table, row) || !IsKey(row.PartitionKey) || !IsKey(row.RowKey))
                    throw Bad(ArchiveManifest.Table(table.Name), "has a row that is not the cycle's: this archive was not made by this app.");
            }
        }

        await foreach (ArchivedFile file in FilesAsync(cancellation))
        {
            if (stores.Containers.All(c => !c.IsArchived || c.Name != file.Container) || file.Entry != ArchiveManifest.File(file.Container, file.Path) || !_entries.ContainsKey(file.Entry))
                throw Bad(ArchiveManifest.Files, "names a file that is not the cycle's: this archive was not made by this app.");
        }
    }

    public IAsyncEnumerable<TableEntity> RowsAsync(CycleTable table, CancellationToken cancellation) =>
        ReadAsync(ArchiveManifest.Table(table.Name), ArchivedRow.Read, cancellation);

    public IAsyncEnumerable<ArchivedFile> FilesAsync(CancellationToken cancellation) => ReadAsync(
        ArchiveManifest.Files, line => JsonSerializer.Deserialize<ArchivedFile>(line.Span, RowDocument.Json) ?? throw new JsonException(), cancellation);

    public Task<Stream> OpenAsync(ArchivedFile file, CancellationToken cancellation) => _entries[file.Entry].OpenAsync(cancellation);

    private async Task ReadManifestAsync(CancellationToken cancellation)
    {
        if (zip.Entries.Count > MostEntries)
            throw new BadArchiveException("", $"The archive has more than {MostEntries:N0} entries: it was not made by this app.");
        _entries = zip.Entries.DistinctBy(e => e.FullName).ToDictionary(e => e.FullName);
        if (_entries.Count != zip.Entries.Count)
            throw new BadArchiveException("", "The archive has two entries of one name: take the file as GET archive gave it.");
        if (!_entries.Remove(ArchiveManifest.Name, out ZipArchiveEntry? entry) || entry.Length > LargestManifest)
            throw new BadArchiveException("", $"The file has no {ArchiveManifest.Name}: send an archive that GET archive of a cycle gave.");
        byte[] bytes = await BytesAsync(entry, LargestManifest, cancellation);
        ArchiveManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<ArchiveManifest>(bytes, RowDocument.Json);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest is not { Format: ArchiveManifest.Kind, Entries: not null } || !Slug.IsSlug(manifest.Cycle) || manifest.Entries.Any(e => e?.Name is null))
            throw Bad(ArchiveManifest.Name, "is not the manifest of a cycle's archive: send an archive that GET archive of a cycle gave.");
        if (manifest.Version != ArchiveManifest.Newest)
            throw Bad(ArchiveManifest.Name, $"is of format version {manifest.Version}; this app reads version {ArchiveManifest.Newest}: restore it with the app that made it, or a newer one.");
        if (manifest.Entries.Sum(e => (decimal)e.Length) > LargestUnpacked)
            throw new BadArchiveException("", $"The archive would unpack to more than {LargestUnpacked >> 30} GB: that is more than a cycle has.");
        string[] names = [.. manifest.Entries.Select(e => e.Name)];
        if (names.Length != _entries.Count || names.Distinct().Count() != names.Length || names.FirstOrDefault(n => !_entries.ContainsKey(n)) is not null)
            throw Bad(ArchiveManifest.Name, "does not name exactly what is in the archive: entries were added, taken away or renamed. Take the file as GET archive gave it.");
        if (stores.Tables.Where(t => t.IsArchived).Select(t => ArchiveManifest.Table(t.Name)).Append(ArchiveManifest.Files).FirstOrDefault(n => !_entries.ContainsKey(n)) is { } missing)
            throw Bad(missing, "is missing: take the file as GET archive gave it.");
        Manifest = manifest;
        Digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private async Task CheckAsync(ArchivedEntry expected, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Buffer];
        long length = 0;
        long line = 0;
        bool hasLines = expected.Name.EndsWith(".jsonl", StringComparison.Ordinal) && !expected.Name.StartsWith("files/", StringComparison.Ordinal);
        await using Stream stream = await OpenAsync(_entries[expected.Name], cancellation);
        for (int read; (read = await ReadAsync(stream, buffer, expected.Name, cancellation)) > 0;)
        {
            length += read;
            if (length > expected.Length)
                break;
            hash.AppendData(buffer, 0, read);
            for (int n = 0; hasLines && n < read; n++)
                line = buffer[n] == '\n' ? 0 : line + 1;
            if (line > LongestLine)
                throw Bad(expected.Name, "has a line that is longer than any row: this archive was not made by this app.");
        }

        if (length != expected.Length || Convert.ToHexStringLower(hash.GetHashAndReset()) != expected.Sha256)
            throw Bad(expected.Name, "is not what the manifest says: it was changed or damaged. Take the file as GET archive gave it.");
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(string name, Func<ReadOnlyMemory<byte>, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using Stream stream = await OpenAsync(_entries[name], cancellation);
        await foreach (ReadOnlyMemory<byte> line in Lines.ReadAsync(stream, cancellation))
        {
            T value;
            try
            {
                value = read(line);
            }
            catch (JsonException)
            {
                throw Bad(name, "has a line that can't be read: this archive was not made by this app.");
            }

            yield return value;
        }
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry, int most, CancellationToken cancellation)
    {
        await using Stream stream = await OpenAsync(entry, cancellation);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[Buffer];
        for (int read; (read = await ReadAsync(stream, buffer, entry.FullName, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
                throw Bad(entry.FullName, "is larger than it says.");
        }

        return bytes.ToArray();
    }

    private static async Task<Stream> OpenAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        try
        {
            return await entry.OpenAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            throw Bad(entry.FullName, "can't be unpacked: it was changed or damaged. Take the file as GET archive gave it.");
        }
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, string name, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Bad(name, "can't be unpacked: it was changed or damaged. Take the file as GET archive gave it.");
        }
    }

    private static bool IsKey(string? key) => key is { Length: > 0 and <= 512 } && !key.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?');

    private static BadArchiveException Bad(string entry, string what) => new(Findings.Pointer("", entry), $"{entry} {what}");
}
