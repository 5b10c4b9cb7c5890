using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>A file that somebody gave.</summary>
/// <param name="Name">What the person called it; for coordinators alone.</param>
public sealed record EvidenceKept(string Round, string Invitation, string Sha256, string Extension, long Size, string Name, DateTimeOffset GivenAt)
{
    public string ContentType => EvidenceFiles.ContentTypes[Extension];
}

/// <summary>
/// The private container <c>evidence</c>: <c>{cycle}/{round}/{invitation}/{sha256}.{extension}</c>. A file is there before any answer names it; one that no
/// answer names any more stays until retention, as earlier answers do.
/// </summary>
public sealed class EvidenceStore(AppStorage storage, TimeProvider clock)
{
    private const string Name = "name";
    private const string Given = "given";

    /// <summary>Keeps a file unless it is kept.</summary>
    public async Task<FileReference> KeepAsync(InvitationRef giver, byte[] bytes, string extension, string? name, CancellationToken cancellation)
    {
        FileReference file = new(Convert.ToHexStringLower(SHA256.HashData(bytes)), extension, bytes.Length, FileReference.Named(name));
        try
        {
            await storage.Evidence.GetBlobClient($"{giver.Cycle}/{giver.Round}/{giver.Id}/{file.Key}").UploadAsync(
                BinaryData.FromBytes(bytes),
                new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All },
                    HttpHeaders = new() { ContentType = EvidenceFiles.ContentTypes[extension], CacheControl = "no-store" },
                    Metadata = new Dictionary<string, string> { [Name] = Packed(file.Name), [Given] = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture) },
                },
                cancellation);
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
        }

        return file;
    }

    /// <summary>All that was given in a cycle, in the order of rounds and invitations.</summary>
    public async Task<IReadOnlyList<EvidenceKept>> ListAsync(string cycle, CancellationToken cancellation)
    {
        List<EvidenceKept> kept = [];
        await foreach (BlobItem blob in storage.Evidence.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{cycle}/", cancellation))
        {
            string[] path = blob.Name.Split('/');
            string[] file = path[^1].Split('.');
            kept.Add(new(
                path[1],
                path[2],
                file[0],
                file[1],
                blob.Properties.ContentLength ?? 0,
                NameOf(blob) ?? path[^1],
                // Not when the blob was written: a restored one was written later.
                blob.Metadata.TryGetValue(Given, out string? given) ? DateTimeOffset.Parse(given, CultureInfo.InvariantCulture) : blob.Properties.CreatedOn ?? default));
        }

        return kept;
    }

    /// <summary>What the person called a file; null for a file that is no evidence.</summary>
    public static string? NameOf(BlobItem blob) =>
        blob.Metadata.TryGetValue(Name, out string? name) ? Encoding.UTF8.GetString(Convert.FromBase64String(name)) : null;

    /// <summary>Calls a file something else.</summary>
    public Task RenameAsync(BlobItem blob, string name, CancellationToken cancellation) =>
        storage.Evidence.GetBlobClient(blob.Name).SetMetadataAsync(new Dictionary<string, string>(blob.Metadata) { [Name] = Packed(name) }, cancellationToken: cancellation);

    /// <summary>The newest copy of a file by its fingerprint, or null.</summary>
    public async Task<(EvidenceKept File, byte[] Bytes)?> FindAsync(string cycle, string sha256, CancellationToken cancellation)
    {
        if ((await ListAsync(cycle, cancellation)).Where(f => f.Sha256 == sha256).MaxBy(f => f.GivenAt) is not { } file)
            return null;
        BlobDownloadResult blob = await storage.Evidence
            .GetBlobClient($"{cycle}/{file.Round}/{file.Invitation}/{file.Sha256}.{file.Extension}").DownloadContentAsync(cancellation);
        return (file, blob.Content.ToArray());
    }

    private static string Packed(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));
}
