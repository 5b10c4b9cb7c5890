namespace FollowUpFunctions.Mail;

/// <summary>A mail ready to go.</summary>
/// <param name="Key">The outbox's key: the same mail has the same key, however often it is tried.</param>
public sealed record OutgoingMail(
    string Key,
    string To,
    string ToName,
    string Subject,
    string Html,
    string Text,
    string? Unsubscribe,
    CalendarPart? Calendar = null);

public enum MailOutcome
{
    Accepted,

    /// <summary>The provider knows that the address takes no mail.</summary>
    Bounced,
}

/// <summary>What carries mails away.</summary>
public interface IMailProvider
{
    /// <summary>How many mails it takes in one call; only so many are held in memory.</summary>
    int AtOnce { get; }

    /// <summary>Hands mails over; the outcome of each in the same order. Throws when none or an unknown part was taken.</summary>
    Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation);

    /// <summary>Whether a mail was taken earlier; null when the provider can't tell.</summary>
    Task<bool?> WasAcceptedAsync(string key, CancellationToken cancellation);
}
