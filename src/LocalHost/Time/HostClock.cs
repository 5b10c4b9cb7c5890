namespace LocalHost.Time;

/// <summary>
/// The clock of the host: the machine's own, or one that stands still until it is moved. Components ask it for the time and for a wake-up;
/// nothing in the app or the engine calls Task.Delay.
/// </summary>
public abstract class HostClock : TimeProvider
{
    /// <summary>Completes when the clock has reached <paramref name="due"/> (at once if it has), or is cancelled.</summary>
    public abstract Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation);
}
