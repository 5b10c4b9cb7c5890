using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>What is to be done with one mail of the outbox.</summary>
public enum MailStep
{
    /// <summary>Nothing: it is settled, or its time has not come.</summary>
    Leave,

    Send,

    /// <summary>Ask the provider whether it has it; if nobody knows, hand it over once more and say so.</summary>
    SendUnsure,

    GiveUp,
}

/// <summary>When a mail is handed over again. A mail whose outcome is unknown waits for news first, one that surely was not taken only a while.</summary>
public static class OutboxPlan
{
    /// <summary>Each time the person may have it, so a third of them is the last.</summary>
    public const int MostUnsure = 3;

    /// <summary>With growing pauses over some two days.</summary>
    public const int MostReturned = 12;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(6);

    public static MailStep Next(OutboxMail? mail, TimeSpan patience, DateTimeOffset now) => mail switch
    {
        null => MailStep.Send,
        { IsSettled: true } => MailStep.Leave,
        { IsReturned: true } when now < mail.Sending + Pause(mail.Tries) => MailStep.Leave,
        { IsReturned: true } => mail.Tries >= MostReturned ? MailStep.GiveUp : MailStep.Send,
        _ when now < mail.Sending + patience => MailStep.Leave,
        _ => mail.Tries - mail.Returned >= MostUnsure ? MailStep.GiveUp : MailStep.SendUnsure,
    };

    private static TimeSpan Pause(int tries) =>
        tries > 10 || _firstPause * (1 << (tries - 1)) > _longestPause ? _longestPause : _firstPause * (1 << (tries - 1));
}
