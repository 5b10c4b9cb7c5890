using Azure;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>Released files in the public container: <c>{cycle}/evidence/{sha256}.{extension}</c>, named by nobody and by nothing but their bytes.</summary>
public sealed class PublicEvidence(AppStorage storage, EvidenceStore store)
{
    // Not for ever: a file that is taken back must go from caches too.
    private const string Brief = "public, max-age=300, must-revalidate";

    /// <returns>Whether there is such a file.</returns>
    public async Task<bool> CopyAsync(string cycle, string sha256, CancellationToken cancellation)
    {
        if (await store.FindAsync(cycle, sha256, cancellation) is not ({ } file, { } bytes))
            return false;
        string name = $"{file.Sha256}.{file.Extension}";
        try
        {
            await storage.Plans.GetBlobClient($"{Folder(cycle)}{name}").UploadAsync(
                BinaryData.FromBytes(bytes),
                new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All },
                    HttpHeaders = new() { ContentType = file.ContentType, CacheControl = Brief, ContentDisposition = $"attachment; filename=\"evidence-{file.Sha256[..12]}.{file.Extension}\"" },
                },
                cancellation);
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
        }

        return true;
    }

    public async Task DeleteAsync(string cycle, string sha256, CancellationToken cancellation)
    {
        await foreach (BlobItem blob in storage.Plans.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder(cycle) + sha256, cancellation))
            await storage.Plans.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private static string Folder(string cycle) => $"{cycle}/evidence/";
}
