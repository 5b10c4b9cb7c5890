using System.Text;

namespace FollowUp.Pages.Mail;

/// <summary>Writes mails as HTML and as plain text, from the same sentences.</summary>
public sealed class MailRenderer(PageRenderer pages)
{
    /// <exception cref="ArgumentException">A link is not an http(s) address.</exception>
    public Task<RenderedMail> RenderAsync(MailModel mail) => WriteAsync(MailWriter.Write(mail));

    /// <summary>A mail whose sentences are chosen elsewhere.</summary>
    public async Task<RenderedMail> WriteAsync(MailContent content) =>
        new(content.Subject, await pages.RenderAsync(typeof(MailDocument), content), PlainText(content));

    private static string PlainText(MailContent mail)
    {
        StringBuilder text = new();
        Paragraph(mail.Greeting);
        foreach (string sentence in mail.Opening)
            Paragraph(sentence);
        if (mail.Facts.Count > 0)
            Paragraph(string.Join('\n', mail.Facts.Select(f => mail.Text.Pair(f.Name, f.Value))));
        foreach (MailLink link in new[] { mail.Action, mail.Plan }.OfType<MailLink>())
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
