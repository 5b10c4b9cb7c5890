using LocalHost.Time;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>Where the clock is to stand, so that a test can look around. It has no effect until a moment is set.</summary>
public sealed class ClockStop : IClockHold
{
    private DateTimeOffset? at;
    private HostClock? clock;

    public bool IsBusy => at is { } stop && stop <= clock?.GetUtcNow();

    public DateTimeOffset? NextDue => IsBusy ? null : at;

    public void Join(HostClock joined)
    {
        clock = joined;
        joined.Hold(this);
    }

    /// <summary>Completes when the clock stands there; whatever was due before has been done by then.</summary>
    public Task RunToAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        at = moment;
        clock!.Nudge();
        return clock.WaitUntilAsync(moment, cancellation);
    }

    public void RunOn()
    {
        at = null;
        clock!.Nudge();
    }
}
