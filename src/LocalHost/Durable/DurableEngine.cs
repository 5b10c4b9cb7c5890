using Azure.Data.Tables;
using LocalHost.Durable.Instances;
using LocalHost.Functions;
using LocalHost.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable;

/// <summary>
/// Runs orchestrations and activities, event-sourced in one Azure table named after the task hub. One process owns a task hub at a time; what a
/// killed process left unfinished the next one takes up at <see cref="StartAsync"/>. Activities run at least once.
/// </summary>
public sealed class DurableEngine : IClockHold, IAsyncDisposable
{
    private readonly TableClient table;
    private readonly TaskHub hub;
    private readonly DurableEngineOptions options;
    private bool stopped;

    /// <param name="tables">The storage account.</param>
    /// <param name="taskHub">The table's name: 3 to 63 letters and digits, not beginning with a digit.</param>
    /// <param name="functions">The app's orchestrators and activities.</param>
    /// <param name="clock">Orchestrations see its time, and their timers wait on it.</param>
    /// <param name="loggers">Where the engine and replay-safe loggers write.</param>
    /// <param name="options">Null for the defaults.</param>
    public DurableEngine(
        TableServiceClient tables,
        string taskHub,
        DurableFunctions functions,
        HostClock clock,
        ILoggerFactory loggers,
        DurableEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(clock);
        this.options = options ?? new();
        table = tables.GetTableClient(taskHub);
        hub = new(table, functions, clock, loggers, this.options);
        Client = new EngineClient(taskHub, hub);
    }

    public DurableTaskClient Client { get; }

    /// <inheritdoc/>
    public bool IsBusy
    {
        get
        {
            // An activity that ends between two looks begins a turn, and a turn that ends may have begun an activity: look until nothing began.
            while (true)
            {
                (long turns, long activities) = (hub.Turns.Entered, hub.Activities.Entered);
                if (hub.Turns.Any || hub.Activities.Any || NextDue <= hub.Now)
                    return true;
                if ((turns, activities) == (hub.Turns.Entered, hub.Activities.Entered))
                    return false;
            }
        }
    }

    /// <summary>The earliest outstanding timer, retry or delayed start of any instance.</summary>
    public DateTimeOffset? NextDue => hub.Timers.NextDue;

    internal TaskHub Hub => hub;

    /// <summary>Creates the table where it is missing, and takes up all unfinished instances.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await table.CreateIfNotExistsAsync(cancellation);
        hub.Activities.Run(options.MaxConcurrentActivities);
        hub.Timers.Run();
        await hub.ResumeAsync(cancellation);
    }

    /// <summary>
    /// Stops after the turns that run now. Activities that run now are cancelled and given ten seconds of real time; they run again after the
    /// next start.
    /// </summary>
    public async Task StopAsync()
    {
        if (stopped)
            return;
        stopped = true;
        hub.Stop();
        await hub.Timers.DisposeAsync();
        await Task.WhenAny(hub.Activities.WhenIdleAsync(), Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System));
        await hub.Turns.WhenIdleAsync();
        await hub.Writer.DisposeAsync();
        hub.Dispose();
    }

    /// <summary>The history of the instance's present or last execution, oldest first.</summary>
    /// <exception cref="InstanceNotFoundException">No instance has this id.</exception>
    public async Task<IReadOnlyList<HistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        InstanceRecord record = await hub.Table.FindAsync(instanceId, complete: false, cancellation) ?? throw new InstanceNotFoundException(instanceId);
        return await hub.Table.HistoryAsync(record.ExecutionId, record.Rows, cancellation);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Writes nothing more from now on, as if the process had been killed.</summary>
    internal void Kill()
    {
        hub.Writer.Kill();
        hub.Stop();
    }
}
