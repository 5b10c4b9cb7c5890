using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LocalHost.Durable;

/// <summary>
/// One entry of an execution's history. Messages (a result, a timer, an event, a decision from outside) drive turns; actions are what the
/// orchestrator's code asked for, numbered from 0 in the order in which it asked. <c>At</c> is the host clock's time, in UTC.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecutionStarted), nameof(ExecutionStarted))]
[JsonDerivedType(typeof(StartDue), nameof(StartDue))]
[JsonDerivedType(typeof(TurnStarted), nameof(TurnStarted))]
[JsonDerivedType(typeof(TurnCompleted), nameof(TurnCompleted))]
[JsonDerivedType(typeof(TaskScheduled), nameof(TaskScheduled))]
[JsonDerivedType(typeof(TaskCompleted), nameof(TaskCompleted))]
[JsonDerivedType(typeof(TaskFailed), nameof(TaskFailed))]
[JsonDerivedType(typeof(SubOrchestrationCreated), nameof(SubOrchestrationCreated))]
[JsonDerivedType(typeof(SubOrchestrationCompleted), nameof(SubOrchestrationCompleted))]
[JsonDerivedType(typeof(SubOrchestrationFailed), nameof(SubOrchestrationFailed))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(TimerFired), nameof(TimerFired))]
[JsonDerivedType(typeof(TimerCancelled), nameof(TimerCancelled))]
[JsonDerivedType(typeof(EventRaised), nameof(EventRaised))]
[JsonDerivedType(typeof(EventSent), nameof(EventSent))]
[JsonDerivedType(typeof(ForeignTaskAwaited), nameof(ForeignTaskAwaited))]
[JsonDerivedType(typeof(CustomStatusSet), nameof(CustomStatusSet))]
[JsonDerivedType(typeof(ExecutionSuspended), nameof(ExecutionSuspended))]
[JsonDerivedType(typeof(ExecutionResumed), nameof(ExecutionResumed))]
[JsonDerivedType(typeof(ExecutionTerminated), nameof(ExecutionTerminated))]
[JsonDerivedType(typeof(ExecutionCompleted), nameof(ExecutionCompleted))]
[JsonDerivedType(typeof(ExecutionFailed), nameof(ExecutionFailed))]
[JsonDerivedType(typeof(ContinuedAsNew), nameof(ContinuedAsNew))]
public abstract record HistoryEvent(DateTimeOffset At);

/// <summary>Whom a sub-orchestration reports to: the parent's execution and the number of the step that started it.</summary>
public sealed record ParentLink(string Name, string InstanceId, string ExecutionId, int Step);

/// <param name="Version">The app's version when the instance was started, which it keeps for life.</param>
public sealed record ExecutionStarted(
    DateTimeOffset At, string Name, string? Input, ParentLink? Parent = null, DateTimeOffset? StartAt = null, string? Version = null)
    : HistoryEvent(At);

/// <summary>The moment of a delayed start has come.</summary>
public sealed record StartDue(DateTimeOffset At) : HistoryEvent(At);

public sealed record TurnStarted(DateTimeOffset At) : HistoryEvent(At);

public sealed record TurnCompleted(DateTimeOffset At) : HistoryEvent(At);

/// <summary>Something that the orchestrator's code asked for.</summary>
public abstract record OrchestratorAction(DateTimeOffset At, int Step) : HistoryEvent(At)
{
    /// <summary>The step as a message names it, such as <c>activity 'SendInvitation'</c>.</summary>
    [JsonIgnore]
    public abstract string Described { get; }
}

public sealed record TaskScheduled(DateTimeOffset At, int Step, string Name, string? Input) : OrchestratorAction(At, Step)
{
    [JsonIgnore]
    public override string Described => $"activity '{Name}'";
}

public sealed record SubOrchestrationCreated(DateTimeOffset At, int Step, string Name, string InstanceId, string? Input) : OrchestratorAction(At, Step)
{
    [JsonIgnore]
    public override string Described => $"sub-orchestration '{Name}'";
}

public sealed record TimerCreated(DateTimeOffset At, int Step, DateTimeOffset FireAt) : OrchestratorAction(At, Step)
{
    [JsonIgnore]
    public override string Described => "a timer";
}

public sealed record EventSent(DateTimeOffset At, int Step, string InstanceId, string Name, string? Payload) : OrchestratorAction(At, Step)
{
    [JsonIgnore]
    public override string Described => $"event '{Name}' sent to another instance";
}

public sealed record TaskCompleted(DateTimeOffset At, int Step, string? Result) : HistoryEvent(At);

/// <param name="Final">Trying again cannot help, as when no such activity exists.</param>
public sealed record TaskFailed(DateTimeOffset At, int Step, TaskFailureDetails Failure, bool Final = false) : HistoryEvent(At);

public sealed record SubOrchestrationCompleted(DateTimeOffset At, int Step, string? Result) : HistoryEvent(At);

public sealed record SubOrchestrationFailed(DateTimeOffset At, int Step, TaskFailureDetails Failure, bool Final = false) : HistoryEvent(At);

public sealed record TimerFired(DateTimeOffset At, int Step) : HistoryEvent(At);

public sealed record TimerCancelled(DateTimeOffset At, int Step) : HistoryEvent(At);

public sealed record EventRaised(DateTimeOffset At, string Name, string? Payload) : HistoryEvent(At);

/// <summary>The code came back from a task that is not durable, after the turn in which it awaited it; the next turn fails for it.</summary>
public sealed record ForeignTaskAwaited(DateTimeOffset At) : HistoryEvent(At);

public sealed record CustomStatusSet(DateTimeOffset At, string? Status) : HistoryEvent(At);

public sealed record ExecutionSuspended(DateTimeOffset At, string? Reason) : HistoryEvent(At);

public sealed record ExecutionResumed(DateTimeOffset At, string? Reason) : HistoryEvent(At);

public sealed record ExecutionTerminated(DateTimeOffset At, string? Output, bool Recursive) : HistoryEvent(At);

public sealed record ExecutionCompleted(DateTimeOffset At, string? Result) : HistoryEvent(At);

public sealed record ExecutionFailed(DateTimeOffset At, TaskFailureDetails Failure) : HistoryEvent(At);

public sealed record ContinuedAsNew(DateTimeOffset At, string? Input) : HistoryEvent(At);
