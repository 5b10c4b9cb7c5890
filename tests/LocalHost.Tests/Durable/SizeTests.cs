using System.Diagnostics;
using LocalHost.Durable;
using LocalHost.Durable.Turns;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Durable;

public sealed class SizeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Inputs_events_results_and_outputs_of_a_megabyte_come_through_whole()
    {
        // Khmer, quotes and a surrogate pair: what is cut or escaped wrongly shows.
        string big = string.Concat(Enumerable.Repeat("សិទ្ធិកុមារ \"🧒\"\n", 15_000));
        await using Bench bench = await new Bench(azurite)
            .Activity<string>("Echo", text => text)
            .Orchestrator("Big", async context =>
            {
                string input = context.GetInput<string>()!;
                string raised = await context.WaitForExternalEvent<string>("Text");
                string echoed = await context.CallActivityAsync<string>("Echo", input);
                return input == raised && raised == echoed ? echoed : "differs";
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Big", big);
        await bench.RestartAsync();

        await bench.Client.RaiseEventAsync(id, "Text", big, TestContext.Current.CancellationToken);
        await bench.EndOfAsync(id);
        await bench.RestartAsync();
        OrchestrationMetadata end = await bench.EndOfAsync(id);

        Assert.Equal(big, end.ReadOutputAs<string>());
        Assert.Equal(big, end.ReadInputAs<string>());
    }

    [Fact]
    public async Task Five_thousand_activities_from_one_turn_all_come_back()
    {
        await using Bench bench = await new Bench(azurite)
            .Activity<int>("Double", value => 2 * value)
            .Orchestrator("Fan", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 5_000).Select(i => context.CallActivityAsync<int>("Double", i)))).Sum())
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Fan");

        Assert.Equal(24_995_000, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Five_hundred_instances_at_once_finish()
    {
        await using Bench bench = await new Bench(azurite)
            .Activity<int>("Double", value => 2 * value)
            .Orchestrator("One", context => context.CallActivityAsync<int>("Double", context.GetInput<int>()))
            .StartAsync();

        OrchestrationMetadata[] ends = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => bench.RunAsync("One", i)));

        Assert.Equal(Enumerable.Range(0, 500).Select(i => 2 * i), ends.Select(end => end.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task A_history_of_five_thousand_events_replays_in_under_a_second()
    {
        int laps = 0;
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Long", context => CountAsync(context, () => laps++))
            .StartAsync();
        string id = await bench.ScheduleAsync("Long");
        await bench.Client.SuspendInstanceAsync(id, null, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 5_000).Select(i =>
            bench.Client.RaiseEventAsync(id, "Lap", i, TestContext.Current.CancellationToken)));
        await bench.Client.ResumeInstanceAsync(id, null, TestContext.Current.CancellationToken);
        IReadOnlyList<HistoryEvent> history = await bench.Engine.GetHistoryAsync(id, TestContext.Current.CancellationToken);
        Assert.True(history.Count >= 5_000);
        laps = 0;

        Stopwatch watch = Stopwatch.StartNew();
        TurnOutcome turn = OrchestrationTurn.Run(
            id, history.OfType<ExecutionStarted>().First(), async context => await CountAsync(context, () => laps++), history,
            [new EventRaised(bench.Clock.Now, "Lap", "1")], bench.Clock.Now, null, NullLoggerFactory.Instance, () => { });
        watch.Stop();

        Assert.Null(turn.End);
        Assert.Equal(5_001, laps);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"The replay took {watch.Elapsed}.");
    }

    private static async Task<int> CountAsync(TaskOrchestrationContext context, Action lap)
    {
        while (true)
        {
            await context.WaitForExternalEvent<int>("Lap");
            lap();
            context.SetCustomStatus(null);
        }
    }
}
