using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Pages.Children;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Links;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// Mails the safeguarding contact. Not through the outbox: the contact has no invitation, stops no mail, and is written to whatever became of the
/// cycle; a mail's key is the same whenever it is tried, and one too many does no harm.
/// </summary>
public sealed class SafeguardingMail(CyclesTable cycles, IMailProvider provider, MailRenderer renderer, ChildrensNumbers numbers)
{
    /// <returns>Whether the provider took it.</returns>
    public async Task<bool> SendAsync(string cycle, SafeguardingLetterKind kind, int ordinal, CancellationToken cancellation)
    {
        CycleSettings settings = (await cycles.FindAsync(cycle, cancellation))!.Settings;
        if (settings.Children is not { Contact: { } contact })
            return false;
        string key = $"{cycle}/safeguarding~{(kind == SafeguardingLetterKind.Welcome ? "welcome" : "disclosure")}~{ordinal:000}~{Contact.Safeguarding}";
        RenderedMail mail = await renderer.WriteAsync(
            new SafeguardingLetter(kind, contact.Language, contact.Name, settings.Title, numbers.Safeguarding(cycle, contact.Email)).Write());
        OutgoingMail letter = new(key, contact.Email, contact.Name, mail.Subject, mail.Html, mail.Text, Unsubscribe: null);
        return (await provider.SendAsync([letter], cancellation)).All(outcome => outcome == MailOutcome.Accepted);
    }
}
