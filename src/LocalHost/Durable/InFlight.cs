using LocalHost.Time;

namespace LocalHost.Durable;

/// <summary>Counts what is being worked on, and tells when nothing is. The clock hears of each change, so that it never jumps past one.</summary>
internal sealed class InFlight(HostClock clock)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? idle;
    private int count;
    private long entered;

    /// <summary>Grows with each beginning: where it stood still, nothing began.</summary>
    public long Entered => Interlocked.Read(ref entered);

    public bool Any => Volatile.Read(ref count) > 0;

    public void Enter()
    {
        lock (gate)
        {
            count++;
            Interlocked.Increment(ref entered);
        }

        clock.Nudge();
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--count == 0)
                idle?.TrySetResult();
        }

        clock.Nudge();
    }

    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            if (count == 0)
                return Task.CompletedTask;
            if (idle is null or { Task.IsCompleted: true })
                idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }
}
