namespace FollowUp.Pages.Mail;

/// <summary>A mail's sentences in order, from which both its forms are made.</summary>
public sealed record MailContent(
    Wording Text,
    string Subject,
    string Greeting,
    IReadOnlyList<string> Opening,
    IReadOnlyList<MailFact> Facts,
    MailLink? Action,
    MailLink? Plan,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Signature,
    MailLink? Unsubscribe)
{
    /// <summary>A letter of the coalition as a document.</summary>
    public MailLink? Letter { get; init; }
}

/// <param name="Link">What belongs to it, or null.</param>
public sealed record MailFact(string Name, string Value, MailLink? Link = null);

/// <param name="Words">What the link leads to, without the address.</param>
/// <param name="Href">An http(s) address.</param>
public sealed record MailLink(string Words, string Href);
