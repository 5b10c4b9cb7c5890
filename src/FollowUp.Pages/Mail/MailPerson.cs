namespace FollowUp.Pages.Mail;

/// <summary>What differs between people who get the same mail.</summary>
public enum MailField
{
    Name,
    Organisation,

    /// <summary>The personal link to a form; the address of a page below it begins with it.</summary>
    Link,
    Unsubscribe,
}

/// <summary>Whom a mail is filled in for.</summary>
public sealed record MailPerson
{
    private MailPerson(string name, string organisation, string link, string? unsubscribe) =>
        (Name, Organisation, Link, Unsubscribe) = (name, organisation, link, unsubscribe);

    /// <summary>One line.</summary>
    public string Name { get; }

    /// <summary>One line; empty for coordinators and translators.</summary>
    public string Organisation { get; }

    public string Link { get; }

    /// <summary>Null for those who cannot stop mails.</summary>
    public string? Unsubscribe { get; }

    /// <exception cref="ArgumentException">A link is not an http(s) address.</exception>
    public static MailPerson Of(MailModel mail) => new(
        MailWriter.OneLine(mail.ContactName),
        MailWriter.OneLine(mail.Organisation),
        MailWriter.Address(mail.Link),
        mail.UnsubscribeLink is { } stop ? MailWriter.Address(stop) : null);

    /// <summary>Somebody whose mail has nothing to fill in.</summary>
    public static MailPerson Named(string name) => new(MailWriter.OneLine(name), "", "", null);

    public string this[MailField field] => field switch
    {
        MailField.Name => Name,
        MailField.Organisation => Organisation,
        MailField.Link => Link,
        _ => Unsubscribe ?? throw new InvalidOperationException("The mail has a link to stop mails, and its reader can't stop them."),
    };
}
