using LocalHost.Time;

namespace LocalHost.Tests.Time;

/// <summary>Sleeps to one time after another and works a little at each: what an orchestration's timers look like to the clock.</summary>
internal sealed class Sleeper : IClockHold, IAsyncDisposable
{
    private readonly HostClock clock;
    private readonly IDisposable registration;
    private readonly Lock gate = new();
    private DateTimeOffset? next;
    private int working;

    public Sleeper(HostClock clock, List<DateTimeOffset> seen, params DateTimeOffset[] times)
    {
        this.clock = clock;
        next = times[0];
        registration = clock.Hold(this);
        Done = Task.Run(() => SleepAsync(seen, times));
    }

    public Task Done { get; }

    public int WokenLate { get; private set; }

    public bool IsBusy => Volatile.Read(ref working) > 0;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return next;
        }
    }

    public async ValueTask DisposeAsync()
    {
        registration.Dispose();
        await Done;
    }

    private async Task SleepAsync(List<DateTimeOffset> seen, DateTimeOffset[] times)
    {
        for (int i = 0; i < times.Length; i++)
        {
            await clock.WaitUntilAsync(times[i], TestContext.Current.CancellationToken);
            Volatile.Write(ref working, 1);
            DateTimeOffset now = clock.GetUtcNow();
            WokenLate += now == times[i] ? 0 : 1;
            lock (seen)
                seen.Add(now);
            await Task.Yield();
            lock (gate)
                next = i + 1 < times.Length ? times[i + 1] : null;
            Volatile.Write(ref working, 0);
            clock.Nudge();
        }
    }
}
