namespace LocalHost.Durable;

/// <summary>Counts what is being worked on, and tells when nothing is.</summary>
internal sealed class InFlight
{
    private readonly Lock gate = new();
    private TaskCompletionSource? idle;
    private int count;

    public bool Any => Volatile.Read(ref count) > 0;

    public void Enter()
    {
        lock (gate)
            count++;
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--count == 0)
                idle?.TrySetResult();
        }
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
