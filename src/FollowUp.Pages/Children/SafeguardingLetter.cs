using FollowUp.Pages.Mail;

namespace FollowUp.Pages.Children;

public enum SafeguardingLetterKind
{
    /// <summary>Children will be asked, and this is the contact's page.</summary>
    Welcome,

    /// <summary>A child has written; the mail has no word of it.</summary>
    Disclosure,
}

/// <summary>A mail to the safeguarding contact.</summary>
/// <param name="Link">Of the contact's page.</param>
public sealed record SafeguardingLetter(SafeguardingLetterKind Kind, string Language, string Name, string CycleTitle, string Link)
{
    public MailContent Write()
    {
        Wording text = Wording.For(Language);
        bool welcome = Kind == SafeguardingLetterKind.Welcome;
        return new(
            text,
            welcome ? text["safeguarding.welcome.subject"] : text["safeguarding.disclosure.subject"],
            text.Format("mail.greeting", ("name", Name)),
            [welcome ? text.Format("safeguarding.welcome.text", ("cycle", CycleTitle)) : text.Format("safeguarding.disclosure.text", ("cycle", CycleTitle))],
            [],
            new(text["safeguarding.link"], Link),
            null,
            [text["safeguarding.mail.note"]],
            [text["mail.signature"], CycleTitle],
            null);
    }
}
