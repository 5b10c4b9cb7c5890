using FollowUp.Pages.Mail;
using FollowUpFunctions.Configuration;
using MimeKit;
using MimeKit.Text;

namespace FollowUpFunctions.Mail;

/// <summary>Mails as messages (RFC 5322), for the providers that fill them in themselves.</summary>
public sealed class MailMessages(FollowUpOptions options, TimeProvider clock)
{
    public MimeMessage Of(OutgoingMail mail)
    {
        RenderedMail filled = mail.Filled();
        MimeMessage message = new()
        {
            Subject = filled.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{mail.Key.ToString().Replace('~', '.').Replace('/', '.')}@followup.invalid",
        };
        message.From.Add(MailboxAddress.Parse(options.MailFrom));
        message.To.Add(new MailboxAddress(mail.Person.Name, mail.To));
        if (mail.Person.Unsubscribe is { } unsubscribe)
        {
            foreach ((string header, string value) in UnsubscribeHeaders(unsubscribe))
                message.Headers.Add(header, value);
        }

        MultipartAlternative body = [new TextPart(TextFormat.Plain) { Text = filled.Text }, new TextPart(TextFormat.Html) { Text = filled.Html }];
        // As an alternative with its method, and no attachment beside it: of such a mail Outlook, Gmail and Apple Mail make a meeting, a change of it or
        // its end, where an attachment is a file that somebody must open.
        if (mail.Calendar is { } calendar)
            body.Add(new TextPart("calendar") { Text = calendar.Text, ContentType = { Parameters = { { "method", calendar.Method } } } });
        message.Body = body;
        return message;
    }

    /// <summary>By which a mail program stops mails with one click (RFC 8058 §3.1).</summary>
    public static IReadOnlyDictionary<string, string> UnsubscribeHeaders(string address) => new Dictionary<string, string>
    {
        ["List-Unsubscribe"] = $"<{address}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };
}
