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
public sealed class EvidenceStore(AppStorage storage)
{
    private const string Name = "name";

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
                    Metadata = new Dictionary<string, string> { [Name] = Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Name)) },
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
                blob.Metadata.TryGetValue(Name, out string? name) ? Encoding.UTF8.GetString(Convert.FromBase64String(name)) : path[^1],
                blob.Properties.CreatedOn ?? default));
        }

        return kept;
    }

    /// <summary>The newest copy of a file by its fingerprint, or null.</summary>
    public async Task<(EvidenceKept File, byte[] Bytes)?> FindAsync(string cycle, string sha256, CancellationToken cancellation)
    {
        if ((await ListAsync(cycle, cancellation)).Where(f => f.Sha256 == sha256).MaxBy(f => f.GivenAt) is not { } file)
            return null;
        BlobDownloadResult blob = await storage.Evidence
            .GetBlobClient($"{cycle}/{file.Round}/{file.Invitation}/{file.Sha256}.{file.Extension}").DownloadContentAsync(cancellation);
        return (file, blob.Content.ToArray());
    }
}
