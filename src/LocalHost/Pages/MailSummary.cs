using MimeKit;
using MimeKit.Utils;

namespace LocalHost.Pages;

/// <summary>What a list shows of a message.</summary>
/// <param name="Id">The blob's name.</param>
/// <param name="To">The addresses in To, Cc and Bcc.</param>
/// <param name="Date">As the message says: the app's time.</param>
/// <param name="Headers">All of them in order; a name may come again.</param>
public sealed record MailSummary(
    string Id, IReadOnlyList<string> To, string Subject, DateTimeOffset Date, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    internal static MailSummary Of(string id, HeaderList headers)
    {
        IEnumerable<string> recipients = new[] { HeaderId.To, HeaderId.Cc, HeaderId.Bcc }
            .Where(headers.Contains)
            .SelectMany(name => InternetAddressList.TryParse(headers[name], out InternetAddressList? list) ? list.Mailboxes : [])
            .Select(mailbox => mailbox.Address);
        return new(
            id,
            [.. recipients],
            headers[HeaderId.Subject] ?? "",
            DateUtils.TryParse(headers[HeaderId.Date] ?? "", out DateTimeOffset date) ? date : DateTimeOffset.UnixEpoch,
            [.. headers.Select(h => KeyValuePair.Create(h.Field, h.Value))]);
    }

    internal bool IsTo(string recipient) => To.Any(address => address.Contains(recipient, StringComparison.OrdinalIgnoreCase));
}
