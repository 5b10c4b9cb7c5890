using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable.Instances;

/// <summary>Everything that happens to one instance id, one thing after the other.</summary>
internal sealed partial class InstanceActor(string instanceId, TaskHub hub)
{
    private const int MostMessagesATurn = 2_000;
    private const int MostSlotsATurn = 90; // their deletion must fit into the transaction that makes the turn count

    private readonly Lock gate = new();
    private readonly Queue<Message> inbox = new();
    private bool running;
    private bool retired;
    private bool loaded;
    private volatile InstanceRecord? record;
    private Execution? execution;
    private TaskCompletionSource? ended;

    /// <summary>The instance as it was last committed, or null while that isn't known.</summary>
    public InstanceRecord? Record => record;

    /// <summary>False when this actor has been given up: the caller asks the hub for another.</summary>
    public bool TryPost(Message message)
    {
        lock (gate)
        {
            if (retired)
                return false;
            inbox.Enqueue(message);
            if (running)
                return true;
            running = true;
        }

        hub.Turns.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(), null);
        return true;
    }

    /// <summary>Completes when the instance that runs now has ended; null when none is known to run.</summary>
    public Task? WhenEnded()
    {
        lock (gate)
        {
            if (retired || record is not { HasEnded: false })
                return null;
            ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return ended.Task;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One instance's trouble must not take the others down.")]
    private async Task RunAsync()
    {
        List<Message> batch = [];
        try
        {
            while (await IsToldAsync() && TryTake(batch))
            {
                hub.Stopping.ThrowIfCancellationRequested();
                await HandleAsync(batch);
            }
        }
        catch (Exception failure)
        {
            GiveUp(batch, failure);
        }
        finally
        {
            hub.Turns.Leave();
        }
    }

    private async Task<bool> IsToldAsync()
    {
        if (hub.Options.Observer is { } observer && HasMail())
            await observer.OnTurnAsync(instanceId, TurnMoment.Before);
        return true;
    }

    private bool HasMail()
    {
        lock (gate)
            return inbox.Count > 0;
    }

    private bool TryTake(List<Message> batch)
    {
        batch.Clear();
        lock (gate)
        {
            int slots = 0;
            while (batch.Count < MostMessagesATurn && slots < MostSlotsATurn && inbox.TryPeek(out Message? next)
                && !(batch.Count > 0 && next.IsControl))
            {
                batch.Add(inbox.Dequeue());
                slots += next.Slot?.Parts ?? 0;
            }

            if (batch.Count > 0 || execution is { HasUnturned: true, IsHeld: false })
                return true;
            running = false;
            if (execution is not null)
                return false;
            retired = true;
        }

        hub.Forget(instanceId, this);
        return false;
    }

    // The next message finds a new actor, which starts again from what is stored.
    private void GiveUp(List<Message> batch, Exception failure)
    {
        List<Message> lost;
        lock (gate)
        {
            retired = true;
            running = false;
            lost = [.. batch, .. inbox];
            inbox.Clear();
        }

        hub.Forget(instanceId, this);
        if (failure is not OperationCanceledException)
            GivenUp(hub.Logger, failure, instanceId);
        foreach (Message message in lost)
        {
            message.Received?.TrySetException(failure);
            (message.Event as Purge)?.Purged.TrySetException(failure);
        }

        TakeEnded()?.TrySetException(failure);
    }

    private async Task LoadAsync(bool isNewId)
    {
        if (loaded)
            return;
        if (!isNewId && await hub.Table.FindAsync(instanceId, complete: true, hub.Stopping) is { } found)
        {
            record = found;
            if (!found.HasEnded)
            {
                execution = new(await hub.Table.HistoryAsync(found.ExecutionId, found.Rows, hub.Stopping));
                Dispatch(execution.Open);
                if (execution.IsStartPending)
                    hub.Timers.Add(found.ExecutionId, DueTimers.Start, execution.Started.StartAt!.Value, () => Fire(found.ExecutionId, DueTimers.Start));
            }

            if (found.Discarded is { } old)
                hub.Discard(old);
        }

        loaded = true;
    }

    private async Task HandleAsync(List<Message> batch)
    {
        await LoadAsync(batch is [{ IsForNewId: true }, ..]);
        InstanceCommit commit = new(instanceId, record, execution, hub);
        foreach (Message message in batch)
        {
            if (message.Event is Purge purge)
            {
                purge.Purged.TrySetResult(await PurgeAsync());
                commit = new(instanceId, record, execution, hub);
            }
            else
            {
                commit.Take(message);
            }
        }

        commit.Turn();
        List<TableTransactionAction> first = commit.RowsThatMayComeFirst();
        if (commit.BeginsAndSends && !new Storage.CommitUnit([.. first, .. commit.RowsThatMakeItCount()]).Fits)
        {
            commit = new(instanceId, record, execution, hub);
            batch.ForEach(commit.Take);
            commit.Turn(keepOnly: true);
            first = commit.RowsThatMayComeFirst();
        }

        if (hub.Options.Observer is { } observer)
            await observer.OnTurnAsync(instanceId, TurnMoment.During);
        if (commit.IsNeeded)
            await WriteAsync(commit, first);
        commit.Answer();
    }

    private async Task WriteAsync(InstanceCommit commit, List<TableTransactionAction> first)
    {
        await hub.Writer.CommitAsync(first, commit.RowsThatMakeItCount());
        if (hub.Options.Observer is { } observer)
            await observer.OnTurnAsync(instanceId, TurnMoment.After);
        string? before = record?.ExecutionId;
        bool wasRunning = execution is not null;
        IEnumerable<OrchestratorAction> wasOpen = execution?.Open.ToArray() ?? [];
        lock (gate)
        {
            record = commit.Record;
            execution = commit.Apply();
        }

        if (wasRunning && (record?.ExecutionId != before || execution is null))
            Abandon(before!, wasOpen);
        if (execution is not null)
            Start(commit);
        foreach ((Storage.OutgoingMessage message, Storage.MessageSlot slot) in commit.Outgoing)
            hub.Post(message.InstanceId, new Message(message.Event, message.ExecutionId, slot));
        if (commit.DiscardedNow is { } old)
            hub.Discard(old);
        if (record is { HasEnded: true })
            TakeEnded()?.TrySetResult();
    }

    private TaskCompletionSource? TakeEnded()
    {
        lock (gate)
        {
            TaskCompletionSource? taken = ended;
            ended = null;
            return taken;
        }
    }

    private void Start(InstanceCommit commit)
    {
        string executionId = record!.ExecutionId;
        foreach (HistoryEvent happened in commit.Events)
        {
            if (happened is TimerCancelled cancelled)
                hub.Timers.Remove(executionId, cancelled.Step);
            if (happened is ExecutionStarted { StartAt: { } due })
                hub.Timers.Add(executionId, DueTimers.Start, due, () => Fire(executionId, DueTimers.Start));
        }

        HashSet<int> open = [.. execution!.Open.Select(action => action.Step)];
        Dispatch(commit.Events.OfType<OrchestratorAction>().Where(action => open.Contains(action.Step)));
    }

    private void Dispatch(IEnumerable<OrchestratorAction> actions)
    {
        string executionId = record!.ExecutionId;
        foreach (OrchestratorAction action in actions)
        {
            switch (action)
            {
                case TaskScheduled activity:
                    hub.Activities.Enqueue(instanceId, executionId, activity);
                    break;
                case TimerCreated timer:
                    hub.Timers.Add(executionId, timer.Step, timer.FireAt, () => Fire(executionId, timer.Step));
                    break;
            }
        }
    }

    private void Fire(string executionId, int step) => hub.Post(
        instanceId, new Message(step == DueTimers.Start ? new StartDue(hub.Now) : new TimerFired(hub.Now, step), executionId));

    private void Abandon(string executionId, IEnumerable<OrchestratorAction> open)
    {
        hub.Timers.Remove(executionId, DueTimers.Start);
        foreach (OrchestratorAction action in open)
            hub.Timers.Remove(executionId, action.Step);
    }

    private async Task<bool> PurgeAsync()
    {
        if (record is not { HasEnded: true } old)
            return false;
        await hub.DeleteHistoryAsync(old.ExecutionId);
        await hub.Writer.CommitAsync([], [new(TableTransactionActionType.Delete, Storage.InstanceRow.Write(old), Azure.ETag.All)]);
        record = null;
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The instance '{InstanceId}' could not go on; it is taken up again with its next message")]
    private static partial void GivenUp(ILogger logger, Exception failure, string instanceId);
}
