using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Journeys.Host;
using MimeKit;

namespace Journeys.People;

/// <summary>The mails in one folder of the container: those of a cycle, or the desk's sign-in links.</summary>
public sealed class Mailbox(BlobContainerClient container, string folder)
{
    public const string Desk = "Desk";

    private readonly ConcurrentDictionary<string, Letter> opened = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>In the order in which they were sent; each is fetched once.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAsync()
    {
        List<Letter> letters = [];
        await foreach (BlobItem mail in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", Cancellation))
            letters.Add(opened.TryGetValue(mail.Name, out Letter? letter) ? letter : opened[mail.Name] = await OpenAsync(mail.Name));
        return [.. letters.OrderBy(l => l.Message.Date).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<Letter>> ReadAsync(string round, string kind) =>
        [.. (await ReadAsync()).Where(l => l.Round == round && l.Kind == kind)];

    /// <summary>Waits for a mail to somebody; the newest of several.</summary>
    public Task<Letter> ArrivedAsync(string to, string round, string kind) => Wait.ForAsync(
        $"the mail “{kind}” of the round {round} to {to}",
        async () => (await ReadAsync(round, kind)).LastOrDefault(l => l.To == to));

    private async Task<Letter> OpenAsync(string name)
    {
        BlobDownloadResult content = await container.GetBlobClient(name).DownloadContentAsync(Cancellation);
        return new(name, await MimeMessage.LoadAsync(content.Content.ToStream(), Cancellation));
    }
}
