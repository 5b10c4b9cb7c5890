using System.Collections.Concurrent;
using LocalHost.Durable;
using LocalHost.Durable.Storage;
using LocalHost.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Durable;

/// <summary>An app made of lambdas on a task hub of its own, whose engine a test can kill and start again.</summary>
internal sealed class Bench(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly Dictionary<string, OrchestratorFunction> orchestrators = [];
    private readonly Dictionary<string, ActivityFunction> activities = [];
    private readonly string taskHub = $"hub{Guid.NewGuid():N}";

    public ManualClock Clock { get; } = new();

    public DurableEngineOptions Options { get; init; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    public CommitProbe? Probe { get; set; }

    public Bench Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code)
    {
        orchestrators[name] = async context => await code(context);
        return this;
    }

    public Bench Orchestrator(string name, Func<TaskOrchestrationContext, Task> code)
    {
        orchestrators[name] = async context =>
        {
            await code(context);
            return null;
        };
        return this;
    }

    public Bench Activity<TInput>(string name, Func<TInput?, object?> code) =>
        Activity<TInput>(name, (input, _) => Task.FromResult(code(input)));

    public Bench Activity<TInput>(string name, Func<TInput?, CancellationToken, Task<object?>> code)
    {
        activities[name] = (input, _, cancellation) => code(DurableJson.Default.Deserialize<TInput>(input), cancellation);
        return this;
    }

    public async Task<Bench> StartAsync()
    {
        Engine = new(azurite.Tables, taskHub, new(orchestrators, activities), Clock, NullLoggerFactory.Instance, Options);
        Engine.Hub.Writer.Probe = Probe;
        await Engine.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>Starts the engine again and again until a start is not interrupted by a kill.</summary>
    public async Task StartToleratingKillsAsync()
    {
        while (true)
        {
            try
            {
                await StartAsync();
                return;
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                await Engine.DisposeAsync();
            }
        }
    }

    public async Task<int> RowsAsync() =>
        await azurite.Tables.GetTableClient(taskHub).QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync(TestContext.Current.CancellationToken);

    public async Task KillAsync()
    {
        Engine.Kill();
        await Engine.DisposeAsync();
    }

    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public Task<string> ScheduleAsync(string name, object? input = null, string? id = null, DateTimeOffset? startAt = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id, startAt), TestContext.Current.CancellationToken);

    public Task<OrchestrationMetadata> EndOfAsync(string id) =>
        Client.WaitForInstanceCompletionAsync(id, true, TestContext.Current.CancellationToken);

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null) =>
        await EndOfAsync(await ScheduleAsync(name, input, id));

    public async Task<OrchestrationRuntimeStatus?> StatusAsync(string id) =>
        (await Client.GetInstanceAsync(id, false, TestContext.Current.CancellationToken))?.RuntimeStatus;

    /// <summary>Completes when nothing can go on without the clock or a message.</summary>
    public async Task SettledAsync()
    {
        while (Engine.IsBusy)
        {
            await Engine.Hub.Turns.WhenIdleAsync().WaitAsync(TestContext.Current.CancellationToken);
            await Engine.Hub.Activities.WhenIdleAsync().WaitAsync(TestContext.Current.CancellationToken);
            await Task.Yield();
        }
    }

    /// <summary>Moves the clock to whatever is due next, until nothing is.</summary>
    public async Task SkipToEndAsync()
    {
        await SettledAsync();
        while (Engine.NextDue is { } due)
        {
            Clock.AdvanceTo(due);
            await SettledAsync();
        }
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await SettledAsync();
    }

    public async ValueTask DisposeAsync() => await Engine.DisposeAsync();
}
