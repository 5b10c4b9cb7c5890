using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using MimeKit;
using MimeKit.Text;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Writes each mail as an <c>.eml</c> file to a blob container, for trying out and for tests. A mail's name is its key and is written once,
/// so this provider always knows whether it has taken a mail.
/// </summary>
public sealed class PickupMail(AppStorage storage, FollowUpOptions options, TimeProvider clock) : IMailProvider
{
    private const int UploadsAtOnce = 8;

    public int AtOnce => 50;

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        MailOutcome[] outcomes = new MailOutcome[mails.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, mails.Count),
            new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellation },
            async (n, token) => outcomes[n] = await SendAsync(mails[n], token));
        return outcomes;
    }

    public async Task<bool?> WasAcceptedAsync(string key, CancellationToken cancellation) =>
        await Blob(key).ExistsAsync(cancellation);

    private async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (options.PickupBounces.Contains(mail.To, StringComparer.OrdinalIgnoreCase))
            return MailOutcome.Bounced;

        using MemoryStream bytes = new();
        using MimeMessage message = Message(mail);
        await message.WriteToAsync(bytes, cancellation);
        bytes.Position = 0;
        try
        {
            await Blob(mail.Key).UploadAsync(
                bytes,
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "message/rfc822" },
                },
                cancellation);
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
            // Taken before a crash.
        }

        return MailOutcome.Accepted;
    }

    private BlobClient Blob(string key) => storage.Pickup.GetBlobClient($"{key}.eml");

    private MimeMessage Message(OutgoingMail mail)
    {
        MimeMessage message = new() { Subject = mail.Subject, Date = clock.GetUtcNow(), MessageId = $"{mail.Key.Replace('~', '.').Replace('/', '.')}@followup.invalid" };
        message.From.Add(MailboxAddress.Parse(options.MailFrom));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        MultipartAlternative body = [new TextPart(TextFormat.Plain) { Text = mail.Text }, new TextPart(TextFormat.Html) { Text = mail.Html }];
        // As an alternative with its method, and no attachment beside it: of such a mail Outlook, Gmail and Apple Mail make a meeting, a change of it or
        // its end, where an attachment is a file that somebody must open.
        if (mail.Calendar is { } calendar)
            body.Add(new TextPart("calendar") { Text = calendar.Text, ContentType = { Parameters = { { "method", calendar.Method } } } });
        message.Body = body;
        return message;
    }
}
