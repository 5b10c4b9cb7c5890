namespace LocalHost.Durable.Instances;

/// <summary>An execution that has not ended: its whole history, and what that history leaves open.</summary>
internal sealed class Execution
{
    private readonly List<HistoryEvent> history = [];
    private readonly Dictionary<int, OrchestratorAction> open = [];
    private bool suspended;
    private bool startPending;

    public Execution(IEnumerable<HistoryEvent> events) => Add(events);

    public ExecutionStarted Started { get; private set; } = null!;

    public IReadOnlyList<HistoryEvent> History => history;

    public DateTimeOffset LastTurn { get; private set; }

    /// <summary>Something came in that no turn has dealt with yet.</summary>
    public bool HasUnturned { get; private set; }

    /// <summary>Suspended, or waiting for a delayed start: messages are kept, and no turn runs.</summary>
    public bool IsHeld => suspended || startPending;

    public bool IsSuspended => suspended;

    public bool IsStartPending => startPending;

    public IEnumerable<OrchestratorAction> Open => open.Values;

    /// <summary>Whether a message can still mean something to this execution; a second result of the same step can't.</summary>
    public bool Awaits(HistoryEvent message) => message switch
    {
        TaskCompleted m => open.ContainsKey(m.Step),
        TaskFailed m => open.ContainsKey(m.Step),
        SubOrchestrationCompleted m => open.ContainsKey(m.Step),
        SubOrchestrationFailed m => open.ContainsKey(m.Step),
        TimerFired m => open.ContainsKey(m.Step),
        StartDue => startPending,
        ExecutionSuspended => !suspended,
        ExecutionResumed => suspended,
        _ => true,
    };

    /// <summary>Whether the execution would be held after these messages.</summary>
    public bool IsHeldAfter(IEnumerable<HistoryEvent> messages)
    {
        bool willBeSuspended = suspended;
        bool willBePending = startPending;
        foreach (HistoryEvent message in messages)
        {
            willBeSuspended = message is ExecutionSuspended || (willBeSuspended && message is not ExecutionResumed);
            willBePending = message is ExecutionStarted { StartAt: not null } || (willBePending && message is not StartDue);
        }

        return willBeSuspended || willBePending;
    }

    public void Add(IEnumerable<HistoryEvent> events)
    {
        foreach (HistoryEvent happened in events)
        {
            history.Add(happened);
            Note(happened);
        }
    }

    private void Note(HistoryEvent happened)
    {
        switch (happened)
        {
            case ExecutionStarted started:
                Started = started;
                startPending = started.StartAt is not null;
                HasUnturned = true;
                break;
            case TurnStarted turn:
                LastTurn = turn.At;
                break;
            case TurnCompleted:
                HasUnturned = false;
                break;
            case EventSent:
                break;
            case OrchestratorAction action:
                open[action.Step] = action;
                break;
            case TimerCancelled cancelled:
                open.Remove(cancelled.Step);
                break;
            default:
                HasUnturned = true;
                Settle(happened);
                break;
        }
    }

    private void Settle(HistoryEvent message)
    {
        switch (message)
        {
            case TaskCompleted m:
                open.Remove(m.Step);
                break;
            case TaskFailed m:
                open.Remove(m.Step);
                break;
            case SubOrchestrationCompleted m:
                open.Remove(m.Step);
                break;
            case SubOrchestrationFailed m:
                open.Remove(m.Step);
                break;
            case TimerFired m:
                open.Remove(m.Step);
                break;
            case StartDue:
                startPending = false;
                break;
            case ExecutionSuspended:
                suspended = true;
                break;
            case ExecutionResumed:
                suspended = false;
                break;
        }
    }
}
