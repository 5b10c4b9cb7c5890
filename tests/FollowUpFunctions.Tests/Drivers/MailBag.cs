using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using MimeKit;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A mail as it lies in the pickup container.</summary>
public sealed partial record Letter(string Name, MimeMessage Message)
{
    public string To => Message.To.Mailboxes.Single().Address;

    public string Text => Message.TextBody!;

    /// <summary>Addresses of this app, in the order in which the text has them.</summary>
    public IReadOnlyList<string> Links => [.. Addresses.Matches(Text).Select(m => m.Value).Distinct()];

    public string Form => Links.First(l => l.Contains("/r/", StringComparison.Ordinal));

    public string? Unsubscribe => Message.Headers["List-Unsubscribe"]?.Trim('<', '>');

    /// <summary>Such as <c>invitation</c> or <c>reminder</c>.</summary>
    public string Kind => Name.Split('/')[1].Split('~')[1];

    public string Round => Name.Split('/')[1].Split('~')[0];

    [GeneratedRegex(@"http://localhost:\d+/[rus]/\S+")]
    private static partial Regex Addresses { get; }
}

/// <summary>All mails that went out.</summary>
public sealed class MailBag(TestApp app)
{
    /// <summary>In the order in which they were sent.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAsync()
    {
        List<(Letter Letter, DateTimeOffset At)> all = [];
        AppStorage storage = app.Service<AppStorage>();
        await foreach (BlobItem blob in storage.Pickup.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            BlobDownloadResult content = await storage.Pickup.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken);
            MimeMessage message = await MimeMessage.LoadAsync(content.Content.ToStream(), TestContext.Current.CancellationToken);
            all.Add((new(blob.Name, message), message.Date));
        }

        return [.. all.OrderBy(x => x.At).ThenBy(x => x.Letter.Name, StringComparer.Ordinal).Select(x => x.Letter)];
    }

    public async Task<IReadOnlyList<Letter>> ReadAsync(string round, string kind) =>
        [.. (await ReadAsync()).Where(l => l.Round == round && l.Kind == kind)];
}
