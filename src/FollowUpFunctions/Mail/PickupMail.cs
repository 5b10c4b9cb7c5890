using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using MimeKit;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Writes each mail as an <c>.eml</c> file to a blob container, for trying out and for tests. A mail's name is its key and is written once,
/// so this provider always knows whether it has taken a mail.
/// </summary>
public sealed class PickupMail(AppStorage storage, MailMessages messages, FollowUpOptions options) : IMailProvider
{
    private const int UploadsAtOnce = 8;

    public int AtOnce => 100;

    public TimeSpan Patience => TimeSpan.Zero;

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        MailOutcome[] outcomes = new MailOutcome[mails.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, mails.Count),
            new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellation },
            async (n, token) => outcomes[n] = await SendAsync(mails[n], token));
        return outcomes;
    }

    public async Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellation) =>
        await Blob(key).ExistsAsync(cancellation);

    private async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (options.PickupBounces.Contains(mail.To, StringComparer.OrdinalIgnoreCase))
            return MailOutcome.Bounced;

        using MemoryStream bytes = new();
        using MimeMessage message = messages.Of(mail);
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

    private BlobClient Blob(MailKey key) => storage.Pickup.GetBlobClient($"{key}.eml");
}
