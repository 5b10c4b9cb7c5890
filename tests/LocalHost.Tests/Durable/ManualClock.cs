using LocalHost.Time;

namespace LocalHost.Tests.Durable;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock : HostClock
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Reached)> waiting = [];
    private DateTimeOffset now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void AdvanceTo(DateTimeOffset time)
    {
        lock (gate)
        {
            now = time > now ? time : now;
            foreach ((DateTimeOffset due, TaskCompletionSource reached) in waiting.ToArray())
            {
                if (due <= now && waiting.Remove((due, reached)))
                    reached.TrySetResult();
            }
        }
    }

    public void Advance(TimeSpan time) => AdvanceTo(Now + time);

    public override async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (due <= now)
                return;
            waiting.Add((due, reached));
        }

        await using CancellationTokenRegistration registration = cancellation.Register(() => reached.TrySetCanceled(cancellation));
        await reached.Task;
    }
}
