using LocalHost.Functions;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable.Turns;

/// <param name="Events">The turn as it goes into history, from its start to its end.</param>
/// <param name="End">How the execution ended in this turn: completed, failed, continued as new; or null.</param>
/// <param name="Carried">Events that nobody read, for the next execution.</param>
internal sealed record TurnOutcome(
    IReadOnlyList<HistoryEvent> Events, HistoryEvent? End, string? CustomStatus, IReadOnlyList<EventRaised> Carried);

/// <summary>
/// Runs an orchestrator's code from its beginning through all of its history, and then through the messages of a new turn. The code must ask
/// for the same steps in the same turns as history has.
/// </summary>
internal sealed class OrchestrationTurn
{
    private readonly TurnScheduler scheduler;
    private readonly ReplayContext context;
    private readonly OrchestratorFunction code;
    private readonly IReadOnlyList<HistoryEvent> history;
    private Task<object?>? running;

    private OrchestrationTurn(
        string instanceId,
        ExecutionStarted started,
        OrchestratorFunction code,
        IReadOnlyList<HistoryEvent> history,
        ILoggerFactory loggers,
        Action onLateTrespass)
    {
        scheduler = new(onLateTrespass);
        this.code = code;
        this.history = history;
        context = new(instanceId, started, scheduler, loggers);
    }

    /// <param name="history">All that was committed; what came in after its last turn belongs to this turn.</param>
    /// <param name="messages">What came in since.</param>
    /// <param name="onLateTrespass">Called on any thread when the code comes back from a task that is not durable after the turn was over.</param>
    public static TurnOutcome Run(
        string instanceId,
        ExecutionStarted started,
        OrchestratorFunction code,
        IReadOnlyList<HistoryEvent> history,
        IReadOnlyList<HistoryEvent> messages,
        DateTimeOffset now,
        string? customStatus,
        ILoggerFactory loggers,
        Action onLateTrespass)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new OrchestrationTurn(instanceId, started, code, history, loggers, onLateTrespass).Run(messages, now, customStatus);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private TurnOutcome Run(IReadOnlyList<HistoryEvent> messages, DateTimeOffset now, string? customStatus)
    {
        HistoryEvent? end;
        List<HistoryEvent> events = [new TurnStarted(now), .. messages];
        try
        {
            List<HistoryEvent> kept = Replay();
            context.Replaying = false;
            context.Now = now;
            foreach (HistoryEvent message in kept.Concat(messages))
                Deliver(message);
            end = End(now);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a replay is the instance's failure, for people to read
        catch (Exception failure)
#pragma warning restore CA1031
        {
            scheduler.Close();
            // What the code asked for in a turn that can't be trusted is not carried out.
            end = new ExecutionFailed(now, TaskFailureDetails.FromException(failure));
            return new([.. events, new TurnCompleted(now), end], end, customStatus, []);
        }

        events.AddRange(context.Outputs);
        if (context.CustomStatus != customStatus)
            events.Add(new CustomStatusSet(now, context.CustomStatus));
        events.Add(new TurnCompleted(now));
        if (end is not null)
            events.Add(end);
        return new(events, end, context.CustomStatus, context.NextExecution is { KeepEvents: true } ? [.. context.Events.Unread] : []);
    }

    private List<HistoryEvent> Replay()
    {
        List<HistoryEvent> kept = [];
        bool inTurn = false;
        foreach (HistoryEvent recorded in history)
        {
            switch (recorded)
            {
                case TurnStarted:
                    inTurn = true;
                    context.Now = recorded.At;
                    kept.ForEach(Deliver);
                    kept.Clear();
                    break;
                case TurnCompleted:
                    inTurn = false;
                    if (context.Asked.Count > 0)
                        throw MoreThanRecorded();
                    break;
                case OrchestratorAction action:
                    Compare(action);
                    break;
                case TimerCancelled or CustomStatusSet:
                    break;
                default:
                    if (inTurn)
                        Deliver(recorded);
                    else
                        kept.Add(recorded);
                    break;
            }
        }

        return kept;
    }

    private void Deliver(HistoryEvent message)
    {
        switch (message)
        {
            case ExecutionStarted:
                Task.Factory.StartNew(Begin, CancellationToken.None, TaskCreationOptions.None, scheduler);
                break;
            case TaskCompleted done:
                context.Complete(done.Step, done.Result);
                break;
            case TaskFailed failed:
                context.Fail(failed.Step, failed.Failure, failed.Final);
                break;
            case SubOrchestrationCompleted done:
                context.Complete(done.Step, done.Result);
                break;
            case SubOrchestrationFailed failed:
                context.Fail(failed.Step, failed.Failure, failed.Final);
                break;
            case TimerFired fired:
                context.Complete(fired.Step, null);
                break;
            case EventRaised raised:
                context.Events.Deliver(raised);
                break;
            case ForeignTaskAwaited:
                throw new Trespass();
        }

        scheduler.Drain();
    }

    private void Begin()
    {
        try
        {
            running = code(context);
        }
#pragma warning disable CA1031 // An orchestrator that throws before its first await fails like any other
        catch (Exception failure)
#pragma warning restore CA1031
        {
            running = Task.FromException<object?>(failure);
        }
    }

    private HistoryEvent? End(DateTimeOffset now)
    {
        if (scheduler.Close())
            throw new Trespass();
        if (running is not { IsCompleted: true })
            return context.HasOpenTasks || context.Events.AnybodyWaits ? null : throw new Trespass();

        // As in the real engine: whatever is still open, a timer above all, keeps the instance running after its code has returned or thrown.
        if (context.HasOpenTasks)
            return null;
        if (running.IsFaulted)
            return new ExecutionFailed(now, Details(running.Exception!.InnerExceptions[0]));
        if (running.IsCanceled)
            return new ExecutionFailed(now, TaskFailureDetails.FromException(new TaskCanceledException(running)));
        return context.NextExecution is { } next
            ? new ContinuedAsNew(now, next.Input)
            : new ExecutionCompleted(now, DurableJson.Default.Serialize(running.Result));
    }

    private static TaskFailureDetails Details(Exception failure) => failure is TaskFailedException task
        ? new(typeof(TaskFailedException).FullName!, task.Message, task.StackTrace, task.FailureDetails, null)
        : TaskFailureDetails.FromException(failure);

    private void Compare(OrchestratorAction recorded)
    {
        if (!context.Asked.Remove(recorded.Step, out OrchestratorAction? asked))
            throw Differs(recorded.Step, recorded.Described, running is { IsCompleted: true } ? "no more steps: it has returned" : "nothing there");
        if (!string.Equals(asked.Described, recorded.Described, StringComparison.OrdinalIgnoreCase))
            throw Differs(recorded.Step, recorded.Described, asked.Described);
    }

    private NonDeterministicOrchestrationException MoreThanRecorded()
    {
        OrchestratorAction asked = context.Asked.Values.MinBy(action => action.Step)!;
        OrchestratorAction? recorded = history.OfType<OrchestratorAction>().FirstOrDefault(action => action.Step == asked.Step);
        return Differs(asked.Step, recorded is null ? "no such step" : $"{recorded.Described}, in a later turn", asked.Described);
    }

    private NonDeterministicOrchestrationException Differs(int step, string recorded, string asked) => new(
        $"The orchestrator '{context.Name}' is not deterministic: at step {step} history has {recorded}, but the code now asks for {asked}. "
        + "Was the orchestrator changed while this instance was running? Shipped orchestrators are changed only behind context.Version or under a new name.");
}
