using FollowUp.Pages.Mail;

namespace FollowUp.Pages.Desk;

/// <summary>The mail with a sign-in link.</summary>
/// <param name="Name">Empty where the coordinator's name is not known.</param>
/// <param name="Minutes">How long the link holds.</param>
public sealed record SignInLetter(string Language, string Name, string Link, int Minutes)
{
    public MailContent Write()
    {
        Wording text = Wording.For(Language);
        return new(
            text,
            text["desk.mail.subject"],
            Name.Length > 0 ? text.Format("mail.greeting", ("name", MailWriter.OneLine(Name))) : text["desk.mail.greeting"],
            [text["desk.mail.text"]],
            [],
            new(text["desk.mail.link"], MailWriter.Address(Link)),
            null,
            [text.Format("desk.mail.minutes", ("minutes", Minutes)), text["desk.mail.not-you"]],
            [text["mail.signature"], text["desk.title"]],
            null);
    }
}
