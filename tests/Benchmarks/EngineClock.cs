using LocalHost.Time;

namespace Benchmarks;

internal sealed class EngineClock : HostClock
{
    public override Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        TimeSpan wait = due - GetUtcNow();
        return Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellation);
    }
}
