using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using LocalHost.Durable.Instances;
using LocalHost.Functions;
using LocalHost.Time;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable;

/// <summary>Runs activities, a limited number at a time, and posts what became of them to their instances.</summary>
internal sealed partial class ActivityRunner(TaskHub hub, HostClock clock, IReadOnlyDictionary<string, ActivityFunction> functions)
{
    private readonly Channel<(string InstanceId, string ExecutionId, TaskScheduled Activity)> queue =
        Channel.CreateUnbounded<(string, string, TaskScheduled)>();

    private readonly InFlight running = new(clock);

    public bool Any => running.Any;

    public long Entered => running.Entered;

    public void Run(int workers)
    {
        for (int worker = 0; worker < workers; worker++)
            _ = Task.Run(WorkAsync);
    }

    public void Enqueue(string instanceId, string executionId, TaskScheduled activity)
    {
        running.Enter();
        if (!queue.Writer.TryWrite((instanceId, executionId, activity)))
            running.Leave();
    }

    /// <summary>Starts nothing more; what runs is left to end or to heed its cancellation, and runs again in the next process.</summary>
    public void Stop()
    {
        queue.Writer.TryComplete();
        while (queue.Reader.TryRead(out _))
            running.Leave();
    }

    public Task WhenIdleAsync() => running.WhenIdleAsync();

    private async Task WorkAsync()
    {
        await foreach ((string instanceId, string executionId, TaskScheduled activity) in queue.Reader.ReadAllAsync())
        {
            HistoryEvent? result = await RunAsync(instanceId, activity);

            // Posted before it stops counting as running: at no moment may the engine look idle in between.
            if (result is not null)
                hub.Post(instanceId, new Message(result, executionId));
            running.Leave();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever an activity throws is its result.")]
    private async Task<HistoryEvent?> RunAsync(string instanceId, TaskScheduled activity)
    {
        if (!functions.TryGetValue(activity.Name, out ActivityFunction? function))
        {
            InvalidOperationException missing = new($"This app has no activity named '{activity.Name}'.");
            return new TaskFailed(hub.Now, activity.Step, TaskFailureDetails.FromException(missing), Final: true);
        }

        try
        {
            hub.Options.Observer?.OnActivity(instanceId, activity.Name, activity.Step);
            object? result = await function(activity.Input, instanceId, hub.Stopping);
            return hub.Stopping.IsCancellationRequested ? null : new TaskCompleted(hub.Now, activity.Step, DurableJson.Default.Serialize(result));
        }
        catch (Exception failure)
        {
            if (hub.Stopping.IsCancellationRequested)
                return null;
            Failed(hub.Logger, failure, activity.Name, instanceId);
            return new TaskFailed(hub.Now, activity.Step, TaskFailureDetails.FromException(failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The activity '{Name}' of the instance '{InstanceId}' failed")]
    private static partial void Failed(ILogger logger, Exception failure, string name, string instanceId);
}
