using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MimeKit;

namespace LocalHost.Pages;

/// <summary>
/// The e-mails that the app put into a blob container instead of sending them, each an .eml file that never changes. The whole container is
/// listed at each look, which is right for the thousands of a trial and not for the hundred thousands of a country.
/// </summary>
public sealed class Mailbox(BlobServiceClient blobs, string containerName)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(containerName);
    private readonly ConcurrentDictionary<string, MailSummary> known = new(StringComparer.Ordinal);

    /// <summary>All messages, newest first.</summary>
    /// <param name="since">Only those whose date is this or later.</param>
    /// <param name="to">Only those with this in a recipient's address.</param>
    public async Task<IReadOnlyList<MailSummary>> ListAsync(
        DateTimeOffset? since = null, string? to = null, CancellationToken cancellation = default)
    {
        ConcurrentBag<MailSummary> found = [];
        ParallelOptions aFewAtOnce = new() { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };
        try
        {
            IAsyncEnumerable<BlobItem> items = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation);
            await Parallel.ForEachAsync(items.Where(b => b.Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)), aFewAtOnce, async (item, token) =>
            {
                if (await SummaryAsync(item.Name, token) is { } mail && (since is null || mail.Date >= since) && (to is null || mail.IsTo(to)))
                    found.Add(mail);
            });
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No mail was ever written.
        }

        return [.. found.OrderByDescending(m => m.Date).ThenByDescending(m => m.Id, StringComparer.Ordinal)];
    }

    /// <summary>The message, or null when there is none of this name.</summary>
    public async Task<MimeMessage?> ReadAsync(string id, CancellationToken cancellation = default)
    {
        if (await OpenAsync(id, cancellation) is not { } content)
            return null;
        await using (content)
            return await MimeMessage.LoadAsync(content, cancellation);
    }

    /// <summary>The message as it was written, or null when there is none of this name.</summary>
    public async Task<Stream?> OpenAsync(string id, CancellationToken cancellation = default)
    {
        try
        {
            return (await container.GetBlobClient(id).DownloadContentAsync(cancellation)).Value.Content.ToStream();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private async Task<MailSummary?> SummaryAsync(string id, CancellationToken cancellation)
    {
        if (known.TryGetValue(id, out MailSummary? summary))
            return summary;
        if (await OpenAsync(id, cancellation) is not { } content)
            return null;

        await using (content)
        {
            MimeParser parser = new(content, MimeFormat.Entity);
            return known[id] = MailSummary.Of(id, await parser.ParseHeadersAsync(cancellation));
        }
    }
}
