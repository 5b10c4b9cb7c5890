using System.Text;

namespace FollowUp.Pages.Mail;

/// <summary>Writes mails as HTML and as plain text, from the same sentences.</summary>
public sealed class MailRenderer(PageRenderer pages)
{
    /// <exception cref="ArgumentException">A link is not an http(s) address.</exception>
    public async Task<RenderedMail> RenderAsync(MailModel mail) => (await TemplateAsync(mail)).Fill(MailPerson.Of(mail));

    /// <summary>What all have in common whose mails are the same but for the person (see <see cref="MailModel.Shared"/>).</summary>
    /// <exception cref="ArgumentException">A link is not an http(s) address.</exception>
    public async Task<MailTemplate> TemplateAsync(MailModel mail)
    {
        MailMarkers markers = MailMarkers.For(mail.Shared());
        MailContent content = MailWriter.Write(markers.Put(mail));
        return new(
            markers.Split(content.Subject, isHtml: false),
            markers.Split(await pages.RenderAsync(typeof(MailDocument), content), isHtml: true),
            markers.Split(PlainText(content), isHtml: false));
    }

    /// <summary>A mail whose sentences are chosen elsewhere, and which is the same for everybody.</summary>
    public async Task<MailTemplate> TemplateAsync(MailContent content) => new(
        MailText.Of(content.Subject, isHtml: false),
        MailText.Of(await pages.RenderAsync(typeof(MailDocument), content), isHtml: true),
        MailText.Of(PlainText(content), isHtml: false));

    private static string PlainText(MailContent mail)
    {
        StringBuilder text = new();
        Paragraph(mail.Greeting);
        foreach (string sentence in mail.Opening)
            Paragraph(sentence);
        if (mail.Facts.Count > 0)
            Paragraph(string.Join('\n', mail.Facts.Select(f => f.Link is { } link ? $"{mail.Text.Pair(f.Name, f.Value)}\n{mail.Text.Pair(link.Words, link.Href)}" : mail.Text.Pair(f.Name, f.Value))));
        foreach (MailLink link in new[] { mail.Action, mail.Letter, mail.Plan }.OfType<MailLink>())
            Paragraph($"{mail.Text.Format("mail.link", ("words", link.Words))}\n{link.Href}");
        foreach (string note in mail.Notes)
            Paragraph(note);
        Paragraph(string.Join('\n', mail.Signature));
        if (mail.Unsubscribe is { } stop)
            Paragraph($"{mail.Text.Format("mail.link", ("words", stop.Words))}\n{stop.Href}");
        return text.ToString().TrimEnd('\n') + "\n";

        void Paragraph(string sentence) => text.Append(sentence).Append("\n\n");
    }
}
