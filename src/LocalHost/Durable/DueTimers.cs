using LocalHost.Time;

namespace LocalHost.Durable;

/// <summary>What the engine waits for on the host's clock: timers, retries and delayed starts of all instances, earliest first.</summary>
internal sealed class DueTimers(HostClock clock) : IAsyncDisposable
{
    /// <summary>The step by which a delayed start goes, as no step of an orchestrator has it.</summary>
    public const int Start = -1;

    private readonly Lock gate = new();
    private readonly Dictionary<(string ExecutionId, int Step), Action> live = [];
    private readonly PriorityQueue<(string ExecutionId, int Step), (DateTimeOffset Due, long Order)> queue = new();
    private CancellationTokenSource changed = new();
    private Task loop = Task.CompletedTask;
    private bool stopped;
    private long order;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return EarliestDue();
        }
    }

    public void Run() => loop = Task.Run(WatchAsync);

    public void Add(string executionId, int step, DateTimeOffset due, Action fire)
    {
        CancellationTokenSource? overtaken = null;
        lock (gate)
        {
            if (EarliestDue() is not { } earliest || due < earliest)
                overtaken = changed;
            live[(executionId, step)] = fire;
            queue.Enqueue((executionId, step), (due, order++));
        }

        overtaken?.Cancel();
    }

    public void Remove(string executionId, int step)
    {
        lock (gate)
            live.Remove((executionId, step));
    }

    public async ValueTask DisposeAsync()
    {
        CancellationTokenSource last;
        lock (gate)
        {
            stopped = true;
            last = changed;
        }

        await last.CancelAsync();
        await loop;
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            CancellationTokenSource wake = new();
            DateTimeOffset? due;
            lock (gate)
            {
                if (stopped)
                    return;
                changed = wake;
                due = EarliestDue();
            }

            try
            {
                await (due is { } at ? clock.WaitUntilAsync(at, wake.Token) : Task.Delay(Timeout.Infinite, wake.Token));
            }
            catch (OperationCanceledException)
            {
                continue;
            }

            FireDue();
        }
    }

    private void FireDue()
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            while (EarliestDue() is { } due && due <= now)
            {
                // Fired before it leaves the queue: at no moment may the engine look idle with nothing due.
                (string, int) key = queue.Peek();
                live[key]();
                live.Remove(key);
                queue.Dequeue();
            }
        }
    }

    private DateTimeOffset? EarliestDue()
    {
        while (queue.TryPeek(out (string, int) key, out (DateTimeOffset Due, long Order) at))
        {
            if (live.ContainsKey(key))
                return at.Due;
            queue.Dequeue();
        }

        return null;
    }
}
