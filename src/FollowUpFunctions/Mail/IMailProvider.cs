using FollowUp.Pages.Mail;

namespace FollowUpFunctions.Mail;

/// <summary>A mail ready to go. Mails that are the same but for the person share one template.</summary>
/// <param name="Key">The outbox's key: the same mail has the same key, however often it is tried.</param>
public sealed record OutgoingMail(MailKey Key, string To, MailTemplate Template, MailPerson Person, CalendarPart? Calendar = null)
{
    public RenderedMail Filled() => Template.Fill(Person);
}

public enum MailOutcome
{
    Accepted,

    /// <summary>The provider knows that the address takes no mail.</summary>
    Bounced,

    /// <summary>Surely not taken, for now; it can be handed over again.</summary>
    Returned,

    /// <summary>It may have been taken: it must not be handed over again before that is known, or has been waited for.</summary>
    Unknown,
}

/// <summary>What carries mails away.</summary>
public interface IMailProvider
{
    /// <summary>How many mails it takes in one go; only so many are held in memory.</summary>
    int AtOnce { get; }

    /// <summary>How long to wait for news of a mail whose outcome is unknown before it is handed over once more.</summary>
    TimeSpan Patience { get; }

    /// <summary>Hands mails over; the outcome of each in the same order. What it throws means that nothing is known of any.</summary>
    Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation);

    /// <summary>Whether a mail was taken earlier; null when the provider can't tell.</summary>
    Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellation);
}
