namespace LocalHost.Time;

/// <summary>
/// Something that the skipping clock asks before it jumps: the durable engine, HTTP in flight, timer triggers, the mailbox, simulated people.
/// </summary>
public interface IClockHold
{
    /// <summary>Work that can go on now: the clock must not jump.</summary>
    bool IsBusy { get; }

    /// <summary>The next moment at which there will be work, or null when there is none in sight.</summary>
    DateTimeOffset? NextDue { get; }
}
