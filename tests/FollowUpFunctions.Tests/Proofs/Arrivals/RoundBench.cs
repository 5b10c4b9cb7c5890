using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>
/// Runs many rounds at once, each in a cycle of its own with something placed in it. They share the clock, so all live through the same calendar.
/// The sweeper is left out: it would heal what a round should not have missed.
/// </summary>
public sealed class RoundBench : IAsyncDisposable
{
    public const int PageSize = 2;

    private readonly RoundObserver observer;
    private readonly TestApp app;

    private RoundBench(RoundObserver observer, TestApp app)
    {
        this.observer = observer;
        this.app = app;
    }

    /// <param name="orchestrator">In place of <see cref="RoundOrchestrator"/>.</param>
    public static async Task<RoundBench> StartAsync(AzuriteFixture azurite, Type? orchestrator = null)
    {
        RoundObserver observer = new();
        TestApp app = await TestApp.StartAsync(azurite, new()
        {
            PageSize = PageSize,
            Functions =
            [
                .. typeof(FollowUpApp).Assembly.GetTypes().Where(t => t != typeof(Sweeper) && t != typeof(RoundOrchestrator)),
                orchestrator ?? typeof(RoundOrchestrator),
            ],
            Durable = new() { Observer = observer },
            Services = new StorageTap(observer.OnCallAsync, observer.OnTryAsync).Register,
        });
        return new(observer, app);
    }

    /// <summary>The points that an undisturbed round passes.</summary>
    public async Task<IReadOnlyList<string>> PointsAsync()
    {
        (IReadOnlyList<RoundRun> runs, IReadOnlyList<string> violations) = await RunAsync([Placement.None]);
        Assert.Empty(violations);
        return [.. runs[0].Points.Distinct()];
    }

    /// <returns>The rounds, and a sentence for each promise that one of them broke.</returns>
    public async Task<(IReadOnlyList<RoundRun> Runs, IReadOnlyList<string> Violations)> RunAsync(IEnumerable<Placement> placements)
    {
        Visitors visitors = new(app);
        RoundRun[] runs = [.. placements.Select(p => new RoundRun(p, visitors.ArriveAsync))];
        await app.RunToAsync(app.Host.Clock.GetUtcNow());
        DateTimeOffset begins = app.Host.Clock.GetUtcNow();
        foreach (RoundRun run in runs)
            await StartAsync(run, begins);
        app.RunOn();

        List<string> violations = [];
        foreach (RoundRun run in runs)
        {
            OrchestrationMetadata end = await app.Host.Durable
                .WaitForInstanceCompletionAsync(run.Round.InstanceId, true, TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
            await run.ReachAsync(Placement.Late);
            violations.AddRange((await new RoundPromises(app, run).BrokenAsync(end)).Select(broken => $"{run.Placement}: {broken}"));
        }

        return (runs, violations);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task StartAsync(RoundRun run, DateTimeOffset begins)
    {
        Assert.True(await app.Cycles.CreateAsync(run.Cycle.BuildFrom(begins), TestContext.Current.CancellationToken));
        await app.Cycles.EnterAsync(run.Cycle.Id, Phase.Dissemination, TestContext.Current.CancellationToken);
        observer.Add(run);
        await app.Host.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(RoundOrchestrator), run.Round, new StartOrchestrationOptions(run.Round.InstanceId), TestContext.Current.CancellationToken);
    }
}
