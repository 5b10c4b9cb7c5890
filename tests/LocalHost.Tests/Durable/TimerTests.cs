using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class TimerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Timers_years_apart_fire_at_their_times()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Cycle", async context =>
            {
                List<DateTime> woken = [];
                foreach (int days in new[] { 1, 365, 730 })
                {
                    await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
                    woken.Add(context.CurrentUtcDateTime);
                }

                return woken;
            })
            .StartAsync();
        DateTime start = bench.Clock.Now.UtcDateTime;
        string id = await bench.ScheduleAsync("Cycle");

        await bench.SkipToEndAsync();

        Assert.Equal(
            [start.AddDays(1), start.AddDays(366), start.AddDays(1096)],
            (await bench.EndOfAsync(id)).ReadOutputAs<DateTime[]>()!);
    }

    [Fact]
    public async Task The_earliest_timer_of_all_instances_is_due_next()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Sleep", context => context.CreateTimer(TimeSpan.FromHours(context.GetInput<int>()), CancellationToken.None))
            .StartAsync();
        await bench.ScheduleAsync("Sleep", 5);
        await bench.ScheduleAsync("Sleep", 2, startAt: bench.Clock.Now.AddHours(1));
        DateTimeOffset start = bench.Clock.Now;

        List<double> due = [];
        await bench.SettledAsync();
        while (bench.Engine.NextDue is { } next)
        {
            due.Add((next - start).TotalHours);
            bench.Clock.AdvanceTo(next);
            await bench.SettledAsync();
        }

        Assert.Equal([1, 3, 5], due);
    }

    [Fact]
    public async Task An_outstanding_timer_keeps_an_instance_running()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Returned", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return Task.FromResult("done");
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Returned");

        await bench.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await bench.StatusAsync(id));
        await bench.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("done", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_cancelled_timer_is_recorded_and_holds_nothing_back()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Reminded", async context =>
            {
                using CancellationTokenSource timer = new();
                Task late = context.CreateTimer(TimeSpan.FromDays(30), timer.Token);
                await Task.WhenAny(late, context.WaitForExternalEvent<int>("Answer"));
                timer.Cancel();
                return late.IsCanceled;
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Reminded");
        Assert.NotNull(bench.Engine.NextDue);

        await bench.Client.RaiseEventAsync(id, "Answer", 1, TestContext.Current.CancellationToken);

        Assert.True((await bench.EndOfAsync(id)).ReadOutputAs<bool>());
        Assert.Null(bench.Engine.NextDue);
        IReadOnlyList<HistoryEvent> history = await bench.Engine.GetHistoryAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal(0, Assert.Single(history.OfType<TimerCancelled>()).Step);
    }

    [Fact]
    public async Task A_timer_outlives_the_process()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Sleep", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
                return context.CurrentUtcDateTime;
            })
            .StartAsync();
        DateTime start = bench.Clock.Now.UtcDateTime;
        string id = await bench.ScheduleAsync("Sleep");

        await bench.RestartAsync();
        await bench.SkipToEndAsync();

        Assert.Equal(start.AddDays(10), (await bench.EndOfAsync(id)).ReadOutputAs<DateTime>());
    }
}
