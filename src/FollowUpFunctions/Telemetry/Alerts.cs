namespace FollowUpFunctions.Telemetry;

/// <summary>
/// Names of the log events that somebody is to be woken by, or by whose absence. They are a contract with the alert rules of every installation: a name stays
/// as it is, and a new message of the same kind takes the same one.
/// </summary>
public static class Alerts
{
    /// <summary>Each sweep that came to its end, every five minutes, with what it saw: where it stays away, nothing is mended any more.</summary>
    public const string SweepDone = nameof(SweepDone);

    /// <summary>A cycle that does not go on by itself, and why; again with every sweep until it does.</summary>
    public const string CycleStuck = nameof(CycleStuck);

    /// <summary>A mail, or a call with many, that the provider did not take; most are tried again, and the message says so.</summary>
    public const string MailFailed = nameof(MailFailed);
}
