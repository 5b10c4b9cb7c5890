using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class KillTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_whose_result_was_not_recorded_runs_again()
    {
        int runs = 0;
        TaskCompletionSource working = new();
        TaskCompletionSource killed = new();
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Mail", async (_, _) =>
            {
                runs++;
                working.TrySetResult();
                await killed.Task;
                return runs;
            })
            .Orchestrator("Send", context => context.CallActivityAsync<int>("Mail"))
            .StartAsync();
        string id = await bench.ScheduleAsync("Send");
        await working.Task.WaitAsync(Cancellation);

        bench.Engine.Kill();
        killed.SetResult();
        await bench.RestartAsync();

        Assert.Equal(2, (await bench.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_recorded_activity_does_not_run_again()
    {
        int runs = 0;
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Mail", _ => ++runs)
            .Orchestrator("Send", async context =>
            {
                int mailed = await context.CallActivityAsync<int>("Mail");
                await context.WaitForExternalEvent<int>("Go");
                return mailed;
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Send");
        await bench.SettledAsync();

        await bench.RestartAsync();
        await bench.Client.RaiseEventAsync(id, "Go", 1, Cancellation);

        Assert.Equal(1, (await bench.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_clean_stop_leaves_running_activities_to_the_next_start()
    {
        int runs = 0;
        TaskCompletionSource working = new();
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Slow", async (_, cancellation) =>
            {
                if (++runs > 1)
                    return "second time";
                working.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return null;
            })
            .Orchestrator("Run", context => context.CallActivityAsync<string>("Slow"))
            .StartAsync();
        string id = await bench.ScheduleAsync("Run");
        await working.Task.WaitAsync(Cancellation);

        await bench.Engine.StopAsync();
        await bench.StartAsync();

        Assert.Equal("second time", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>
    /// A parent with children, timers, retries, events between instances and continuing as new is killed before or after its every n-th
    /// transaction, and must come to the same end as one that was never killed.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task Killed_at_every_nth_commit_it_comes_to_the_same_end(int every)
    {
        ConcurrentDictionary<string, int> done = [];
        await using Bench bench = Story(done);
        int kills = 0;
        int seen = 0;
        bench.Probe = (_, before) =>
        {
            // Odd kills before the write, even ones after it; each life gets one transaction further, so that there is an end.
            if (before != (kills % 2 == 0) || ++seen < every + (kills / 8))
                return;
            seen = 0;
            kills++;
            bench.Engine.Kill();
        };
        await bench.StartToleratingKillsAsync();
        string id = "story";
        OrchestrationMetadata? end = null;
        for (int lives = 0; lives < 400 && end is not { IsCompleted: true }; lives++)
        {
            try
            {
                if (await bench.Client.GetInstanceAsync(id, true, Cancellation) is null)
                    await bench.ScheduleAsync("Parent", 3, id);
                await bench.SkipToEndAsync();
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
            }

            if (bench.Engine.Hub.Stopping.IsCancellationRequested)
            {
                await bench.Engine.DisposeAsync();
                await bench.StartToleratingKillsAsync();
            }

            end = await bench.Client.GetInstanceAsync(id, true, Cancellation);
        }

        Assert.True(kills > 0);
        Assert.NotNull(end);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("lap 3: 0,1,2,3 and thanks", end.ReadOutputAs<string>());
        Assert.Equal(["flaky 1", "flaky 2", "flaky 3", "work 0", "work 1", "work 2", "work 3"], done.Keys.Order(StringComparer.Ordinal));
        bench.Probe = null;
        await bench.RestartAsync();
        await bench.SettledAsync();
        Assert.Empty(await bench.Engine.Hub.Table.MessagesAsync(Cancellation));
    }

    private Bench Story(ConcurrentDictionary<string, int> done) => new Bench(azurite)
        .Activity<string>("Work", what => done.AddOrUpdate(what!, 1, (_, times) => times + 1))
        .Activity<string>("Flaky", what => done.AddOrUpdate(what!, 1, (_, times) => times + 1) == 1 ? throw new TimeoutException("first time") : null)
        .Orchestrator("Child", async context =>
        {
            int number = context.GetInput<int>();
            await context.CallActivityAsync("Work", $"work {number}");
            await context.CreateTimer(TimeSpan.FromDays(number + 1), CancellationToken.None);
            return number;
        })
        .Orchestrator("Replier", async context =>
        {
            string from = context.GetInput<string>()!;
            await context.WaitForExternalEvent<int>("Question");
            context.SendEvent(from, "Reply", "thanks");
        })
        .Orchestrator("Parent", async context =>
        {
            int laps = context.GetInput<int>();
            int[] numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.CallSubOrchestratorAsync<int>("Child", i)));
            await context.CallActivityAsync("Flaky", $"flaky {laps}", TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromDays(2))));
            Task<string> reply = context.WaitForExternalEvent<string>("Reply");
            Task replier = context.CallSubOrchestratorAsync(
                "Replier", context.InstanceId, new SubOrchestrationOptions(instanceId: $"replier-{laps}"));
            context.SendEvent($"replier-{laps}", "Question", 1);
            string thanks = await reply;
            await replier;
            if (laps > 1)
            {
                context.ContinueAsNew(laps - 1);
                return "";
            }

            return $"lap 3: {string.Join(',', numbers)} and {thanks}";
        });
}
