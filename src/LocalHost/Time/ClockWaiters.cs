namespace LocalHost.Time;

/// <summary>Those who wait for a time on a clock that is moved by hand. Not safe for threads: its owner locks.</summary>
internal sealed class ClockWaiters
{
    private readonly PriorityQueue<TaskCompletionSource, DateTimeOffset> waiting = new();

    public TaskCompletionSource Add(DateTimeOffset due)
    {
        // Continuations run elsewhere: the clock holds its lock while it wakes them.
        TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue(waiter, due);
        return waiter;
    }

    public void Remove(TaskCompletionSource waiter) => waiting.Remove(waiter, out _, out _);

    public void WakeUntil(DateTimeOffset now)
    {
        while (waiting.TryPeek(out TaskCompletionSource? waiter, out DateTimeOffset due) && due <= now)
        {
            waiting.Dequeue();
            waiter.TrySetResult();
        }
    }
}
