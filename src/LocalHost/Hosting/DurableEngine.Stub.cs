// Stands in until the engine is merged; delete this file then.
#pragma warning disable CA1822 // Its members are the real engine's.
using Azure.Data.Tables;
using LocalHost.Functions;
using LocalHost.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable;

public abstract record HistoryEvent(DateTimeOffset At);

public sealed class DurableEngine(TableServiceClient tables, string taskHub, DurableFunctions functions, HostClock clock, ILoggerFactory loggers)
    : IClockHold, IAsyncDisposable
{
    public bool IsBusy => (tables, taskHub, functions, clock, loggers) == default;

    public DateTimeOffset? NextDue => null;

    public DurableTaskClient Client => null!;

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task StopAsync() => Task.CompletedTask;

    public Task<IReadOnlyList<HistoryEvent>> GetHistoryAsync(string instanceId) => Task.FromResult<IReadOnlyList<HistoryEvent>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
