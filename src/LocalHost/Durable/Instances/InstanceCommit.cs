using Azure.Data.Tables;
using LocalHost.Durable.History;
using LocalHost.Durable.Storage;
using LocalHost.Durable.Turns;
using LocalHost.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable.Instances;

/// <summary>
/// One commit of an instance in the making: messages, the turn that they lead to, and what that turn sends out, all written at once.
/// </summary>
internal sealed partial class InstanceCommit(string instanceId, InstanceRecord? record, Execution? execution, TaskHub hub)
{
    private readonly List<HistoryEvent> messages = [];
    private readonly List<MessageSlot> slots = [];
    private readonly List<Action> answers = [];
    private readonly List<(OutgoingMessage Message, string Key)> sent = [];
    private IReadOnlyList<HistoryEvent> events = [];
    private string? rowKey;
    private bool freshExecution;
    private bool ended;

    public InstanceRecord? Record { get; private set; } = record;

    /// <summary>What goes into history with this commit.</summary>
    public IReadOnlyList<HistoryEvent> Events => events;

    public List<(OutgoingMessage Message, MessageSlot Slot)> Outgoing { get; } = [];

    /// <summary>An execution whose history is not needed once this is committed.</summary>
    public string? DiscardedNow { get; private set; }

    /// <summary>
    /// Whether this begins an execution and sends messages. Written in pieces and never finished, such messages could not be told from those of
    /// an execution that has gone since.
    /// </summary>
    public bool BeginsAndSends => freshExecution && execution is null && sent.Count > 0;

    public bool IsNeeded => rowKey is not null || slots.Count > 0 || sent.Count > 0;

    public void Take(Message message)
    {
        if (message.Slot is { } slot)
            slots.Add(slot);
        Exception? refusal = message.Event is ExecutionStarted start ? Begin(start, message) : Accept(message);
        if (message.Received is { } received)
            answers.Add(refusal is null ? () => received.TrySetResult() : () => received.TrySetException(refusal));
    }

    /// <param name="keepOnly">Only keep the messages, and leave the turn to the next commit.</param>
    public void Turn(bool keepOnly = false)
    {
        if (Record is null || ended || (execution is null && !freshExecution))
            return;
        DateTimeOffset now = hub.Now;
        if (execution is not null && now < execution.LastTurn)
            now = execution.LastTurn;
        if (messages.OfType<ExecutionTerminated>().FirstOrDefault() is { } terminated)
            Terminate(terminated, now);
        else if (keepOnly || (execution ?? new Execution([])).IsHeldAfter(messages))
            Keep(now);
        else if (messages.Count > 0 || execution is { HasUnturned: true })
            RunTurn(now);
    }

    public List<TableTransactionAction> RowsThatMayComeFirst()
    {
        List<TableTransactionAction> rows = [];
        if (rowKey is not null)
            rows.AddRange(Upserts(RowText.Split(HubKeys.Partition, rowKey, HistoryJson.Write(events))));
        foreach ((OutgoingMessage message, string key) in sent)
        {
            (MessageSlot slot, List<TableEntity> parts) = MessageSlot.Write(key, message);
            Outgoing.Add((message, slot));
            rows.AddRange(Upserts(parts));
        }

        return rows;
    }

    public List<TableTransactionAction> RowsThatMakeItCount()
    {
        List<TableTransactionAction> rows = [.. slots.SelectMany(slot => slot.Deletes)];
        if (rowKey is not null)
            rows.AddRange(Upserts([InstanceRow.Write(Record!)]));
        return rows;
    }

    /// <summary>The execution as it is after this commit; null when none runs.</summary>
    public Execution? Apply()
    {
        if (ended)
            return null;
        if (rowKey is null)
            return execution;
        if (freshExecution)
            return new(events);
        execution!.Add(events);
        return execution;
    }

    public void Answer() => answers.ForEach(answer => answer());

    private Exception? Begin(ExecutionStarted start, Message message)
    {
        if (execution is not null || freshExecution)
        {
            InstanceAlreadyRunningException refusal = new(instanceId);
            if (start.Parent is { } parent)
                Send(parent, new SubOrchestrationFailed(hub.Now, parent.Step, TaskFailureDetails.FromException(refusal)), HubKeys.NewExecutionId(), 0);
            return refusal;
        }

        DiscardedNow = Record?.ExecutionId;
        freshExecution = true;
        Record = new(instanceId, start.Name, HubKeys.NewExecutionId())
        {
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = start.At,
            UpdatedAt = start.At,
            Input = start.Input,
            Parent = start.Parent,
            Discarded = DiscardedNow,
        };
        messages.Add(start.StartAt <= hub.Now ? start with { StartAt = null } : start);
        return null;
    }

    private Exception? Accept(Message message)
    {
        if (message.Event is Wake)
            return null;
        if (message.ExecutionId is { } meant && meant != Record?.ExecutionId)
            return null;
        if (execution is null && !freshExecution)
        {
            if (message.Slot is not null)
                Undeliverable(hub.Logger, message.Event.GetType().Name, instanceId);
            return Record is null ? new InstanceNotFoundException(instanceId)
                : message.Event is EventRaised && hub.Options.ThrowOnEventToFinished ? new InstanceNotRunningException(instanceId)
                : null;
        }

        if (!messages.OfType<ExecutionTerminated>().Any() && (execution is null || execution.Awaits(message.Event) || message.Event is ExecutionResumed))
            messages.Add(message.Event);
        return null;
    }

    private void Terminate(ExecutionTerminated terminated, DateTimeOffset now)
    {
        events = messages;
        AddRow();
        if (terminated.Recursive)
        {
            foreach (SubOrchestrationCreated child in execution?.Open.OfType<SubOrchestrationCreated>() ?? [])
                Send(new OutgoingMessage(child.InstanceId, null, terminated));
        }

        End(OrchestrationRuntimeStatus.Terminated, now, terminated.Output, null);
        TaskFailureDetails failure = new(
            "Terminated", $"The sub-orchestration '{instanceId}' was terminated.", terminated.Output, null, null);
        if (Record!.Parent is { } parent)
            Send(parent, new SubOrchestrationFailed(now, parent.Step, failure));
    }

    private void Keep(DateTimeOffset now)
    {
        if (messages.Count == 0)
            return;
        events = messages;
        AddRow();
        bool suspended = messages.LastOrDefault(m => m is ExecutionSuspended or ExecutionResumed) is { } last
            ? last is ExecutionSuspended
            : execution?.IsSuspended == true;
        Record = Record! with
        {
            Status = suspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Pending,
            UpdatedAt = now,
        };
    }

    private void RunTurn(DateTimeOffset now)
    {
        ExecutionStarted started = execution?.Started ?? messages.OfType<ExecutionStarted>().First();
        OrchestratorFunction code = hub.Orchestrators.TryGetValue(started.Name, out OrchestratorFunction? known)
            ? known
            : _ => throw new InvalidOperationException($"This app has no orchestrator named '{started.Name}'.");
        string executionId = Record!.ExecutionId;
        TurnOutcome turn = OrchestrationTurn.Run(
            instanceId, started, code, execution?.History ?? [], messages, now, Record.CustomStatus, hub.Loggers,
            () => hub.Post(instanceId, new Message(new ForeignTaskAwaited(hub.Now), executionId)));
        int row = Record.Rows;
        foreach (HistoryEvent happened in turn.Events)
            SendOut(happened, executionId, row);
        if (turn.End is ContinuedAsNew next)
        {
            ContinueAsNew(next, turn, started, now);
            return;
        }

        events = turn.Events;
        AddRow();
        Record = Record with { Status = OrchestrationRuntimeStatus.Running, UpdatedAt = now, CustomStatus = turn.CustomStatus };
        if (turn.End is ExecutionCompleted completed)
            End(OrchestrationRuntimeStatus.Completed, now, completed.Result, null);
        if (turn.End is ExecutionFailed failed)
            End(OrchestrationRuntimeStatus.Failed, now, null, failed.Failure);
        if (turn.End is not null && Record.Parent is { } parent)
        {
            Send(parent, turn.End is ExecutionFailed f
                ? new SubOrchestrationFailed(now, parent.Step, f.Failure)
                : new SubOrchestrationCompleted(now, parent.Step, Record.Output));
        }
    }

    private void ContinueAsNew(ContinuedAsNew next, TurnOutcome turn, ExecutionStarted started, DateTimeOffset now)
    {
        if (!freshExecution)
            DiscardedNow = Record!.ExecutionId;
        freshExecution = true;
        Record = Record! with
        {
            ExecutionId = HubKeys.NewExecutionId(),
            Rows = 0,
            Status = OrchestrationRuntimeStatus.Running,
            UpdatedAt = now,
            Input = next.Input,
            CustomStatus = turn.CustomStatus,
            Discarded = DiscardedNow,
        };
        events = [started with { At = now, Input = next.Input, StartAt = null }, .. turn.Carried];
        AddRow();
    }

    private void AddRow()
    {
        rowKey = HubKeys.History(Record!.ExecutionId, Record.Rows);
        Record = Record with { Rows = Record.Rows + 1, Discarded = freshExecution ? Record.Discarded : null };
    }

    private static IEnumerable<TableTransactionAction> Upserts(IEnumerable<TableEntity> rows) =>
        rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));

    private void End(OrchestrationRuntimeStatus status, DateTimeOffset now, string? output, TaskFailureDetails? failure)
    {
        ended = true;
        Record = Record! with { Status = status, UpdatedAt = now, Output = output, Failure = failure };
    }

    private void SendOut(HistoryEvent happened, string executionId, int row)
    {
        OutgoingMessage? message = happened switch
        {
            EventSent e => new(e.InstanceId, null, new EventRaised(e.At, e.Name, e.Payload)),
            SubOrchestrationCreated e => new(e.InstanceId, null,
                new ExecutionStarted(e.At, e.Name, e.Input, new ParentLink(Record!.Name, instanceId, executionId, e.Step), Version: hub.Options.DefaultVersion)),
            _ => null,
        };
        if (message is not null)
            sent.Add((message, HubKeys.Message(executionId, row, sent.Count)));
    }

    private void Send(ParentLink parent, HistoryEvent result) => Send(new OutgoingMessage(parent.InstanceId, parent.ExecutionId, result));

    private void Send(ParentLink parent, HistoryEvent result, string sender, int row) =>
        sent.Add((new(parent.InstanceId, parent.ExecutionId, result), HubKeys.Message(sender, row, sent.Count)));

    private void Send(OutgoingMessage message) =>
        sent.Add((message, HubKeys.Message(Record!.ExecutionId, Record.Rows - 1, sent.Count)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} for the instance '{InstanceId}' was dropped: no such instance runs")]
    private static partial void Undeliverable(ILogger logger, string message, string instanceId);
}
