namespace LocalHost.Durable.Turns;

/// <summary>
/// Runs an orchestrator's code on the one thread of its turn, first come first served. What arrives from another thread comes from a task that
/// is not durable: it is never run, and the turn learns of it.
/// </summary>
internal sealed class TurnScheduler : TaskScheduler
{
    private readonly Queue<Task> ready = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile bool trespassed;

    public bool OnTurnThread => Environment.CurrentManagedThreadId == thread;

    /// <summary>Code came back from a task that the engine knows nothing of.</summary>
    public bool Trespassed => trespassed;

    public void Drain()
    {
        while (ready.TryDequeue(out Task? task))
            TryExecuteTask(task);
    }

    public void ReportTrespass() => trespassed = true;

    protected override void QueueTask(Task task)
    {
        if (OnTurnThread)
            ready.Enqueue(task);
        else
            trespassed = true;
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && OnTurnThread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
