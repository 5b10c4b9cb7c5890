using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail.Events;

/// <summary>
/// Takes what SendGrid tells of mails, in whatever order and however often: times go into columns of their own, and an event that was taken is known
/// by its id. The mail's row is written last, so that what a crash cut short is done when the event is told again.
/// </summary>
public sealed class MailEvents(OutboxTable table, InvitationsTable invitations, Bounces bounces, OptOuts optOuts)
{
    private const int AtOnce = 8;
    private const int FingerprintChars = 11;
    private const int NoticesKept = 40;

    public Task TakeAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellation) => Parallel.ForEachAsync(
        events.GroupBy(e => e.Mail),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (mail, token) => await TakeAsync(mail.Key, [.. mail], token));

    private async Task TakeAsync(MailKey key, List<MailEvent> told, CancellationToken cancellation)
    {
        // The row is written before the mail is handed over: a mail without one is another installation's.
        if (await table.FindAsync(key, cancellation) is not { } mail)
            return;
        List<MailEvent> news = told.FindAll(e => !mail.Notices.Contains(Fingerprint(e), StringComparison.Ordinal));
        if (news.Count == 0 || await invitations.FindAsync(key.Invitation, cancellation) is not { } invitation)
            return;

        Dictionary<string, object> columns = [];
        foreach (MailEvent notice in news)
            await TakeAsync(notice, mail, invitation, columns, cancellation);
        string notices = mail.Notices + string.Concat(news.Select(Fingerprint));
        columns[nameof(OutboxMail.Notices)] = notices[^Math.Min(notices.Length, NoticesKept * FingerprintChars)..];
        await table.SetAsync(key, columns.Select(c => (c.Key, c.Value)), cancellation);
    }

    private async Task TakeAsync(
        MailEvent notice, OutboxMail mail, Invitation invitation, Dictionary<string, object> columns, CancellationToken cancellation)
    {
        switch (notice.Kind)
        {
            case "bounce" or "blocked" or "dropped":
                await bounces.TakeAsync(notice.Mail, invitation, notice.Email, new(notice.At, notice.Kind == "dropped" ? "dropped" : Bounces.Bounce), cancellation);
                if (mail.Bounced is null)
                    columns.TryAdd(nameof(OutboxMail.Bounced), notice.At);
                break;
            case "spamreport":
                await optOuts.TakeAsync(invitation, notice.At, "complaint", cancellation);
                columns.TryAdd(nameof(OutboxMail.Complained), notice.At);
                break;
            case "unsubscribe" or "group_unsubscribe":
                await optOuts.TakeAsync(invitation, notice.At, "provider", cancellation);
                break;
            case "delivered":
                columns.TryAdd(nameof(OutboxMail.Delivered), notice.At);
                await AcceptedAsync(notice, mail, invitation, columns, cancellation);
                break;
            case "processed" or "deferred":
                await AcceptedAsync(notice, mail, invitation, columns, cancellation);
                break;
        }
    }

    // SendGrid has the mail, whether or not its answer to our call ever came.
    private async Task AcceptedAsync(
        MailEvent notice, OutboxMail mail, Invitation invitation, Dictionary<string, object> columns, CancellationToken cancellation)
    {
        if (mail.Accepted is null)
            columns.TryAdd(nameof(OutboxMail.Accepted), notice.At);
        if (notice.Mail.Row.StartsWith($"{invitation.Ref.Round}~invitation~", StringComparison.Ordinal) && invitation.Sent is null && notice.Mail.Generation == invitation.Generation)
            await invitations.SetAllAsync([invitation], cancellation, (nameof(Invitation.Sent), notice.At));
    }

    private static string Fingerprint(MailEvent notice) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Id)).AsSpan(0, 7))[..(FingerprintChars - 1)] + ";";
}
