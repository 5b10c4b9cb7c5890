namespace LocalHost.Time;

/// <summary>
/// The clock of the host: the machine's own, or one that stands still until it is moved. Components ask it for the time and for a wake-up;
/// nothing in the app or the engine calls Task.Delay.
/// </summary>
public abstract class HostClock : TimeProvider
{
    /// <summary>"real" or "skipping".</summary>
    public virtual string Mode => "real";

    /// <summary>Completes when the clock has reached <paramref name="due"/> (at once if it has), or is cancelled.</summary>
    public abstract Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation);

    /// <summary>Asks <paramref name="hold"/> before each jump, until the registration is disposed. A clock that never jumps asks nobody.</summary>
    public virtual IDisposable Hold(IClockHold hold) => NoRegistration.Instance;

    /// <summary>
    /// Says that a hold became busy, became idle or has another due time. Call it after the change is visible: the clock looks again,
    /// and gives up a jump that it was about to make.
    /// </summary>
    public virtual void Nudge() { }

    private sealed class NoRegistration : IDisposable
    {
        public static readonly NoRegistration Instance = new();

        public void Dispose() { }
    }
}
