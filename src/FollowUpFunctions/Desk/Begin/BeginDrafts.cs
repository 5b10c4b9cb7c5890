using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>
/// Container <c>drafts</c>: what coordinators bring to the desk and have not finished, in a folder of each that is named by SHA-256 of the address, cut to
/// 128 bits. Nobody else is shown it.
/// </summary>
public sealed class BeginDrafts(AppStorage storage, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The recommendations as a sheet, whatever file they came in.</summary>
    public const string Register = "register";

    public const string Contacts = "contacts";

    private const string Draft = "draft.json";

    // The clock of the app, not that of the storage, says when something is old.
    private const string SavedAt = "saved";

    public static BeginDraft New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), new Dictionary<string, string>());

    public async Task<BeginDraft?> FindAsync(DeskVisit visit, CancellationToken cancellation) =>
        await FileAsync(visit, Draft, cancellation) is { } json ? JsonSerializer.Deserialize<BeginDraft>(json, RowDocument.Json) : null;

    public Task SaveAsync(DeskVisit visit, BeginDraft draft, CancellationToken cancellation) =>
        SaveAsync(visit, Draft, JsonSerializer.SerializeToUtf8Bytes(draft, RowDocument.Json), cancellation);

    public async Task<byte[]?> FileAsync(DeskVisit visit, string name, CancellationToken cancellation)
    {
        try
        {
            return (await storage.Drafts.GetBlobClient(Folder(visit) + name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == TableRows.NotFound)
        {
            return null;
        }
    }

    public Task SaveAsync(DeskVisit visit, string name, byte[] content, CancellationToken cancellation) =>
        storage.Drafts.GetBlobClient(Folder(visit) + name).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [SavedAt] = clock.GetUtcNow().ToString("O") } },
            cancellation);

    public Task RemoveAsync(DeskVisit visit, string name, CancellationToken cancellation) =>
        storage.Drafts.DeleteBlobIfExistsAsync(Folder(visit) + name, cancellationToken: cancellation);

    /// <summary>Takes away the draft and its files.</summary>
    public async Task DiscardAsync(DeskVisit visit, CancellationToken cancellation)
    {
        foreach (string name in new[] { Draft, Register, Contacts })
            await RemoveAsync(visit, name, cancellation);
    }

    /// <summary>Deletes what nobody has touched for <see cref="Kept"/>.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        DateTimeOffset last = clock.GetUtcNow() - Kept;
        await foreach (BlobItem file in storage.Drafts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, "", cancellation))
        {
            if (!file.Metadata.TryGetValue(SavedAt, out string? saved) || !DateTimeOffset.TryParse(saved, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset at) || at < last)
                await storage.Drafts.DeleteBlobIfExistsAsync(file.Name, cancellationToken: cancellation);
        }
    }

    private static string Folder(DeskVisit visit) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(visit.Session.Email.ToLowerInvariant())))[..32]}/";
}
