namespace LocalHost.Durable.Turns;

/// <summary>
/// Runs an orchestrator's code on the one thread of its turn, first come first served. What arrives from another thread comes from a task that
/// is not durable: it is never run, and the turn, or when that is over its owner, learns of it.
/// </summary>
internal sealed class TurnScheduler(Action onLateTrespass) : TaskScheduler
{
    private readonly Lock gate = new();
    private readonly Queue<Task> ready = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool trespassed;
    private bool over;

    public bool OnTurnThread => !over && Environment.CurrentManagedThreadId == thread;

    public void Drain()
    {
        while (ready.TryDequeue(out Task? task))
            TryExecuteTask(task);
    }

    /// <summary>Ends the turn.</summary>
    /// <returns>Whether code came back, in this turn, from a task that the engine knows nothing of.</returns>
    public bool Close()
    {
        lock (gate)
        {
            over = true;
            return trespassed;
        }
    }

    public void ReportTrespass()
    {
        bool late;
        lock (gate)
        {
            late = over && !trespassed;
            trespassed = true;
        }

        if (late)
            onLateTrespass();
    }

    protected override void QueueTask(Task task)
    {
        if (OnTurnThread)
            ready.Enqueue(task);
        else
            ReportTrespass();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && OnTurnThread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
