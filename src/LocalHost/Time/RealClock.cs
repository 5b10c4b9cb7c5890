namespace LocalHost.Time;

/// <summary>The machine's own clock.</summary>
public sealed class RealClock : HostClock
{
    // A machine that slept or whose clock was set is noticed within this time; it also keeps far dates inside what a timer can hold.
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);

    public override async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        while (due - GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left < LongestNap ? Up(left) : LongestNap, cancellation);

        cancellation.ThrowIfCancellationRequested();
    }

    // Timers count whole milliseconds: rounded down, the last one would be spent spinning.
    private static TimeSpan Up(TimeSpan left) => TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
}
