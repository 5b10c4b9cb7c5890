using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using LocalHost.Durable.Instances;
using LocalHost.Durable.Storage;
using LocalHost.Functions;
using LocalHost.Time;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable;

/// <summary>What the instances of a task hub share: the table, the clock, the activities, and each other.</summary>
internal sealed partial class TaskHub : IDisposable
{
    private readonly ConcurrentDictionary<string, InstanceActor> actors = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly HostClock clock;

    public TaskHub(TableClient table, DurableFunctions functions, HostClock clock, ILoggerFactory loggers, DurableEngineOptions options)
    {
        this.clock = clock;
        Options = options;
        Stopping = stopping.Token;
        Loggers = loggers;
        Logger = loggers.CreateLogger<DurableEngine>();
        Orchestrators = new Dictionary<string, OrchestratorFunction>(functions.Orchestrators, StringComparer.OrdinalIgnoreCase);
        Table = new(table);
        Writer = new(table, Logger);
        Timers = new(clock);
        Turns = new(clock);
        Activities = new(this, clock, new Dictionary<string, ActivityFunction>(functions.Activities, StringComparer.OrdinalIgnoreCase));
    }

    public DurableEngineOptions Options { get; }

    public ILoggerFactory Loggers { get; }

    public ILogger Logger { get; }

    public IReadOnlyDictionary<string, OrchestratorFunction> Orchestrators { get; }

    public HubTable Table { get; }

    public CommitWriter Writer { get; }

    public DueTimers Timers { get; }

    public ActivityRunner Activities { get; }

    /// <summary>Instances that have something to do now, a commit under way included.</summary>
    public InFlight Turns { get; }

    public CancellationToken Stopping { get; }

    public DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    public void Post(string instanceId, Message message)
    {
        if (stopping.IsCancellationRequested)
        {
            message.Received?.TrySetException(new OperationCanceledException("The engine has stopped."));
            return;
        }

        while (!actors.GetOrAdd(instanceId, id => new InstanceActor(id, this)).TryPost(message))
            Thread.Yield();
    }

    public InstanceActor? Find(string instanceId) => actors.GetValueOrDefault(instanceId);

    public void Forget(string instanceId, InstanceActor actor) => actors.TryRemove(new(instanceId, actor));

    public async Task ResumeAsync(CancellationToken cancellation)
    {
        // Before any turn runs: a turn that runs again writes its messages in the place of those left over from its first time.
        IReadOnlyList<InstanceRecord> unfinished = await Table.UnfinishedAsync(cancellation);
        Dictionary<string, int> committed = unfinished.ToDictionary(record => record.ExecutionId, record => record.Rows);
        foreach ((_, _, MessageSlot slot, OutgoingMessage message) in await DeliverableAsync(committed, cancellation))
            Post(message.InstanceId, new Message(message.Event, message.ExecutionId, slot));

        List<Task> resumed = [];
        foreach (InstanceRecord record in unfinished)
        {
            if (record.HasEnded)
            {
                Discard(record.Discarded!);
                continue;
            }

            TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
            resumed.Add(received.Task);
            Post(record.InstanceId, new Message(new Wake(Now), Received: received));
        }

        await Task.WhenAll(resumed);
    }

    /// <summary>Messages under way, without those of turns that were never committed: a message counts with the turn that sent it.</summary>
    private async Task<List<(string Sender, int Row, MessageSlot Slot, OutgoingMessage Message)>> DeliverableAsync(
        Dictionary<string, int> committed, CancellationToken cancellation)
    {
        var messages = await Table.MessagesAsync(cancellation);
        bool IsLeftOver((string Sender, int Row, MessageSlot, OutgoingMessage) message) =>
            committed.TryGetValue(message.Sender, out int rows) && message.Row >= rows;
        await Writer.CommitAsync([.. messages.Where(IsLeftOver).SelectMany(message => message.Slot.Deletes)], []);
        return [.. messages.Where(message => !IsLeftOver(message))];
    }

    public async Task DeleteHistoryAsync(string executionId) =>
        await Writer.CommitAsync(await Table.DeletesOfAsync(executionId, Stopping), []);

    /// <summary>Deletes a history that nothing refers to any more; what a crash leaves over is deleted at the next start.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Tidying up must not get in the way of anything.")]
    public void Discard(string executionId)
    {
        Turns.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await DeleteHistoryAsync(executionId);
            }
            catch (Exception failure)
            {
                if (failure is not OperationCanceledException)
                    NotTidied(Logger, failure, executionId);
            }
            finally
            {
                Turns.Leave();
            }
        });
    }

    public void Stop()
    {
        stopping.Cancel();
        Activities.Stop();
    }

    public void Dispose() => stopping.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The history of the ended execution {ExecutionId} could not be deleted")]
    private static partial void NotTidied(ILogger logger, Exception failure, string executionId);
}
