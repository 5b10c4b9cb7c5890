using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable.Turns;

/// <summary>What an orchestrator's code sees in one turn: answers from history while it replays, then this turn's messages.</summary>
internal sealed partial class ReplayContext(string instanceId, ExecutionStarted started, TurnScheduler scheduler, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private readonly Dictionary<int, OpenTask> open = [];
    private int nextStep;
    private int guids;

    public override TaskName Name => started.Name;

    public override string InstanceId => instanceId;

    public override string Version => started.Version ?? "";

    public override ParentOrchestrationInstance? Parent { get; } =
        started.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => Now.UtcDateTime;

    public override bool IsReplaying => Replaying;

    public DateTimeOffset Now { get; set; }

    public bool Replaying { get; set; } = true;

    public ExternalEvents Events { get; } = new(DurableJson.Default);

    /// <summary>Steps that the replayed code asked for and that were not met in history yet, by number.</summary>
    public Dictionary<int, OrchestratorAction> Asked { get; } = [];

    /// <summary>What the code asked for in the turn that is not in history.</summary>
    public List<HistoryEvent> Outputs { get; } = [];

    public string? CustomStatus { get; private set; }

    public (string? Input, bool KeepEvents)? NextExecution { get; private set; }

    public bool HasOpenTasks => open.Count > 0;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>() where T : default => DurableJson.Default.Deserialize<T>(started.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseOptionsAsInput(input, options);
        string? json = DurableJson.Default.Serialize(input);
        return RetryingAsync<TResult>(options?.Retry?.Policy, name, step => new TaskScheduled(Now, step, name.Name, json));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseOptionsAsInput(input, options);
        string? json = DurableJson.Default.Serialize(input);
        string child = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return RetryingAsync<TResult>(
            options?.Retry?.Policy, orchestratorName, step => new SubOrchestrationCreated(Now, step, orchestratorName.Name, child, json));
    }

    // Not split into stretches of three days as on Azure Storage: that only works round a limit of queue messages.
    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        DateTimeOffset due = new(fireAt.ToUniversalTime());
        OpenTask timer = Ask(step => new TimerCreated(Now, step, due));
        cancellationToken.UnsafeRegister(_ => Cancel(timer, cancellationToken), null);
        return timer.Source.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        StayOnTurnThread();
        return Events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        string? json = DurableJson.Default.Serialize(payload);
        Record(step => new EventSent(Now, step, instanceId, eventName, json));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        StayOnTurnThread();
        CustomStatus = DurableJson.Default.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        StayOnTurnThread();
        NextExecution = (DurableJson.Default.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        StayOnTurnThread();
        return DeterministicGuid.Create(instanceId, CurrentUtcDateTime, guids++);
    }

    public void Complete(int step, string? result)
    {
        if (open.Remove(step, out OpenTask? task))
            task.Source.TrySetResult(result);
    }

    public void Fail(int step, TaskFailureDetails failure, bool final)
    {
        if (!open.Remove(step, out OpenTask? task))
            return;
        string name = task.Action is TaskScheduled activity ? activity.Name : ((SubOrchestrationCreated)task.Action).Name;
        task.Source.TrySetException(new StepFailure(new TaskFailedException(name, step, failure), final));
    }

    private async Task<T> RetryingAsync<T>(RetryPolicy? policy, TaskName name, Func<int, OrchestratorAction> action)
    {
        DateTimeOffset first = Now;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return DurableJson.Default.Deserialize<T>(await Ask(action).Source.Task)!;
            }
            catch (StepFailure failure)
            {
                if (policy is null || failure.Final || RetrySchedule.DelayAfter(policy, attempt, Now - first) is not { } delay)
                    throw failure.Failure;
                Retrying(CreateReplaySafeLogger("Microsoft.DurableTask"), instanceId, name.Name, attempt, delay, failure.Message);
                await CreateTimer(Now.Add(delay).UtcDateTime, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance}: attempt {Attempt} of '{Name}' failed, to be tried again in {Delay}: {Reason}")]
    private static partial void Retrying(ILogger logger, string instance, string name, int attempt, TimeSpan delay, string reason);

    private OpenTask Ask(Func<int, OrchestratorAction> action)
    {
        OpenTask task = new(Record(action));
        open.Add(task.Action.Step, task);
        return task;
    }

    private OrchestratorAction Record(Func<int, OrchestratorAction> action)
    {
        StayOnTurnThread();
        OrchestratorAction asked = action(nextStep++);
        if (Replaying)
            Asked.Add(asked.Step, asked);
        else
            Outputs.Add(asked);
        return asked;
    }

    private void Cancel(OpenTask timer, CancellationToken cancellation)
    {
        if (!scheduler.OnTurnThread)
        {
            // Not thrown: a token that cancels itself after some time would take the process down.
            scheduler.ReportTrespass();
            return;
        }

        if (!timer.Source.TrySetCanceled(cancellation))
            return;
        open.Remove(timer.Action.Step);
        if (!Replaying)
            Outputs.Add(new TimerCancelled(Now, timer.Action.Step));
    }

    private void StayOnTurnThread()
    {
        if (scheduler.OnTurnThread)
            return;
        scheduler.ReportTrespass();
        throw new InvalidOperationException(Trespass.Message);
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions were given as the input. Name the parameter (options: …) if they are meant as options.", nameof(input));
    }

    private sealed record OpenTask(OrchestratorAction Action)
    {
        public TaskCompletionSource<string?> Source { get; } = new();
    }

    private sealed class StepFailure(TaskFailedException failure, bool final) : Exception(failure.Message)
    {
        public TaskFailedException Failure => failure;

        public bool Final => final;
    }
}
