using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>What <c>latest.json</c> says: it alone decides which version is the newest.</summary>
public sealed record LatestVersion(int Version, DateTimeOffset PublishedAt, string Path)
{
    /// <summary>The page that counts where it stands; left out before anybody was asked.</summary>
    public string? Progress { get; init; }
}

/// <summary>The public container: versions are written once, the pointer is switched forward only, the index follows from it.</summary>
public sealed class PlanFiles(AppStorage storage)
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Mark = "sha256";
    private const string Brief = "public, max-age=60, must-revalidate";

    /// <summary>Writes a file of a version unless it is there.</summary>
    /// <returns>What stands there: a file written before a crash stays as it is.</returns>
    public async Task<string> WriteOnceAsync(string path, string content, string contentType, CancellationToken cancellation)
    {
        if (await AddAsync(path, BinaryData.FromString(content), contentType, cancellation))
            return content;
        BlobDownloadResult there = await storage.Plans.GetBlobClient(path).DownloadContentAsync(cancellation);
        return there.Content.ToString();
    }

    /// <summary>Writes a file that is not text unless it is there.</summary>
    /// <returns>How many bytes what stands there has: the same document may be packed otherwise at another time.</returns>
    public async Task<long> WriteOnceAsync(string path, byte[] content, string contentType, CancellationToken cancellation) =>
        await AddAsync(path, BinaryData.FromBytes(content), contentType, cancellation)
            ? content.Length
            : (await storage.Plans.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;

    /// <summary>The text of a file, or null.</summary>
    public async Task<string?> FindAsync(string path, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult there = await storage.Plans.GetBlobClient(path).DownloadContentAsync(cancellation);
            return there.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == TableRows.NotFound)
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation) =>
        await storage.Plans.GetBlobClient(path).ExistsAsync(cancellation);

    public async Task<LatestVersion?> LatestAsync(string cycle, CancellationToken cancellation) => (await ReadLatestAsync(cycle, cancellation)).Latest;

    /// <summary>Makes a version the newest, unless a newer one is.</summary>
    public async Task SwitchAsync(string cycle, LatestVersion version, CancellationToken cancellation)
    {
        while (true)
        {
            (LatestVersion? latest, ETag? tag) = await ReadLatestAsync(cycle, cancellation);
            if (latest?.Version >= version.Version)
                return;
            BlobRequestConditions conditions = tag is { } was ? new() { IfMatch = was } : new() { IfNoneMatch = ETag.All };
            try
            {
                await UploadAsync(Pointer(cycle), BinaryData.FromString(JsonSerializer.Serialize(version, RowDocument.Json)), "application/json", Brief, conditions, cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
            {
            }
        }
    }

    /// <summary>Writes a file that follows from others, unless it stands there already.</summary>
    /// <param name="there">The mark of what stands there, or null: see <see cref="MarksAsync"/>.</param>
    public async Task WriteChangedAsync(string path, string content, string contentType, string? there, CancellationToken cancellation)
    {
        BinaryData data = BinaryData.FromString(content);
        string mark = Convert.ToHexStringLower(SHA256.HashData(data.ToMemory().Span));
        if (mark != there)
            await UploadAsync(path, data, contentType, Brief, null, cancellation, new Dictionary<string, string> { [Mark] = mark });
    }

    /// <summary>What stands in a folder: by path, the mark of each file's content; none for one that was written otherwise since.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MarksAsync(string folder, CancellationToken cancellation)
    {
        Dictionary<string, string> marks = [];
        await foreach (BlobItem blob in storage.Plans.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, cancellation))
        {
            if (blob.Metadata.TryGetValue(Mark, out string? mark))
                marks[blob.Name] = mark;
        }

        return marks;
    }

    /// <summary>Writes a file that follows from others over whatever is there.</summary>
    public Task WriteOverAsync(string path, string content, string contentType, CancellationToken cancellation) =>
        UploadAsync(path, BinaryData.FromString(content), contentType, Brief, null, cancellation);

    /// <summary>Writes over a file that was to stay for ever: the one exception, where somebody is erased.</summary>
    public Task ReplaceAsync(string path, BinaryData content, string contentType, CancellationToken cancellation) =>
        UploadAsync(path, content, contentType, Brief, null, cancellation);

    private async Task<bool> AddAsync(string path, BinaryData content, string contentType, CancellationToken cancellation)
    {
        try
        {
            await UploadAsync(path, content, contentType, Forever, new() { IfNoneMatch = ETag.All }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
            return false;
        }
    }

    private async Task<(LatestVersion? Latest, ETag? Tag)> ReadLatestAsync(string cycle, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult blob = await storage.Plans.GetBlobClient(Pointer(cycle)).DownloadContentAsync(cancellation);
            return (blob.Content.ToObjectFromJson<LatestVersion>(RowDocument.Json), blob.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == TableRows.NotFound)
        {
            return (null, null);
        }
    }

    private static string Pointer(string cycle) => $"{cycle}/latest.json";

    private Task UploadAsync(
        string path, BinaryData content, string contentType, string cache, BlobRequestConditions? conditions, CancellationToken cancellation,
        IDictionary<string, string>? metadata = null)
    {
        BlobClient blob = storage.Plans.GetBlobClient(path);
        return blob.UploadAsync(
            content,
            new BlobUploadOptions { Conditions = conditions, Metadata = metadata, HttpHeaders = new() { ContentType = contentType, CacheControl = cache } },
            cancellation);
    }
}
