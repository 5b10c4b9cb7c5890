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
    // No round has this name: news of such a mail are about no invitation.
    private const string Round = "safeguarding";

    /// <returns>Whether the provider took it.</returns>
    public async Task<bool> SendAsync(string cycle, SafeguardingLetterKind kind, int ordinal, CancellationToken cancellation)
    {
        CycleSettings settings = (await cycles.FindAsync(cycle, cancellation))!.Settings;
        if (settings.Children is not { Contact: { Email.Length: > 0 } contact })
            return false;
        string row = $"{Round}~{(kind == SafeguardingLetterKind.Welcome ? "welcome" : "disclosure")}~{ordinal:000}~{Contact.Safeguarding}";
        MailTemplate mail = await renderer.TemplateAsync(
            new SafeguardingLetter(kind, contact.Language, contact.Name, settings.Title, numbers.Safeguarding(cycle, contact.Email)).Write());
        OutgoingMail letter = new(new(new(cycle, Round, Contact.Safeguarding), row, Generation: 1), contact.Email, mail, MailPerson.Named(contact.Name));
        return (await provider.SendAsync([letter], cancellation)).All(outcome => outcome == MailOutcome.Accepted);
    }
}
