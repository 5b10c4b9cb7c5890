using System.Text.RegularExpressions;
using MimeKit;

namespace Journeys.People;

/// <summary>A mail as it lies in the container: <c>CYCLE/ROUND~KIND~ORDINAL~INVITATION.eml</c>.</summary>
public sealed partial record Letter(string Name, MimeMessage Message)
{
    public string To => Message.To.Mailboxes.Single().Address;

    public string Text => Message.TextBody!;

    public string Round => Name.Split('/')[1].Split('~')[0];

    /// <summary>Such as <c>invitation</c> or <c>reminder</c>.</summary>
    public string Kind => Name.Split('/')[1].Split('~')[1];

    /// <summary>The personal link to a form; null in mails that ask nothing.</summary>
    public string? Form => Links.Match(Text) is { Success: true } match ? match.Value : null;

    public Uri Unsubscribe => new(Message.Headers["List-Unsubscribe"]!.Trim('<', '>'));

    /// <summary>The calendar entry that came with it.</summary>
    public string Entry => Message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).Text;

    [GeneratedRegex(@"https?://\S+/r/\S+")]
    private static partial Regex Links { get; }
}
