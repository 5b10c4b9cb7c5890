using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Demo.People;

/// <summary>The mails that lie in the pickup container. Each is opened once.</summary>
internal sealed class Mailbox(BlobContainerClient container)
{
    private const string Suffix = ".eml";
    private const int AtOnce = 4;

    private readonly Dictionary<string, Mail> read = [];

    public IReadOnlyCollection<Mail> All => read.Values;

    /// <summary>What has come since the last look.</summary>
    public async Task<IReadOnlyList<Mail>> LookAsync(CancellationToken cancellation)
    {
        List<string> unread = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.EndsWith(Suffix, StringComparison.Ordinal) && !read.ContainsKey(blob.Name[..^Suffix.Length]))
                unread.Add(blob.Name);
        }

        Mail[] mails = new Mail[unread.Count];
        await Parallel.ForEachAsync(
            unread.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (blob, token) =>
            {
                BlobDownloadResult content = await container.GetBlobClient(blob.Item).DownloadContentAsync(token);
                mails[blob.Index] = await Mail.ReadAsync(blob.Item[..^Suffix.Length], content.Content.ToStream(), token);
            });
        foreach (Mail mail in mails)
            read.Add(mail.Key, mail);
        return mails;
    }
}
