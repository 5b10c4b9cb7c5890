using System.Text;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Configuration;
using MimeKit;
using SendGrid.Helpers.Mail;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>A call as SendGrid wants it (v3, <c>POST /mail/send</c>).</summary>
internal sealed class SendGridMessages(FollowUpOptions options)
{
    /// <summary>The custom argument by which events name the mail; it names nobody.</summary>
    public const string KeyArgument = "followup_mail";

    private readonly MailboxAddress _from = MailboxAddress.Parse(options.MailFrom);

    public SendGridMessage Of(SendGridCall call)
    {
        OutgoingMail first = call.Mails[0].Mail;
        SendGridTags tags = SendGridTags.For([.. call.Mails.Select(m => m.Mail)]);
        RenderedMail mail = call.IsFilled
            ? first.Filled()
            : new(first.Template.Subject.Fill(tags.InText), first.Template.Html.Fill(tags.InHtml), first.Template.Text.Fill(tags.InText));
        return new()
        {
            From = new EmailAddress(_from.Address, string.IsNullOrEmpty(_from.Name) ? null : _from.Name),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
            Personalizations = [.. call.Mails.Select(m => Person(m.Mail, call.IsFilled ? null : tags))],
            Attachments = first.Calendar is { } calendar ? [Entry(calendar)] : null,
            // Following who clicks or opens would be watching people who speak for children; and our own link stops mails.
            TrackingSettings = new()
            {
                ClickTracking = new() { Enable = false, EnableText = false },
                OpenTracking = new() { Enable = false },
                SubscriptionTracking = new() { Enable = false },
            },
            MailSettings = options.SendGrid.Sandbox ? new() { SandboxMode = new() { Enable = true } } : null,
        };
    }

    private static Personalization Person(OutgoingMail mail, SendGridTags? tags) => new()
    {
        Tos = [new EmailAddress(mail.To, mail.Person.Name.Length == 0 ? null : mail.Person.Name)],
        Headers = mail.Person.Unsubscribe is { } unsubscribe ? MailMessages.UnsubscribeHeaders(unsubscribe).ToDictionary() : null,
        Substitutions = tags?.Substitutions(mail).ToDictionary(),
        CustomArgs = new() { [KeyArgument] = mail.Key.ToString() },
    };

    // SendGrid takes no parameters in a part's type, so the method can stand in the entry alone; calendar programs read it there.
    private static Attachment Entry(CalendarPart calendar) => new()
    {
        Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Text)),
        Type = "text/calendar",
        Filename = "meeting.ics",
        Disposition = "attachment",
    };
}
