using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class ExternalEventTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_event_goes_to_the_newest_waiter()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Two", async context =>
            {
                Task<string> older = context.WaitForExternalEvent<string>("Answer");
                Task<string> newer = context.WaitForExternalEvent<string>("Answer");
                await Task.WhenAny(older, newer);
                return $"older {older.IsCompleted}, newer {newer.IsCompleted}";
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Two");

        await RaiseAsync(bench, id, "Answer", "yes");

        Assert.Equal("older False, newer True", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_cancelled_waiter_still_swallows_the_next_event()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Textbook", async context =>
            {
                using CancellationTokenSource source = new();
                Task<string> standing = context.WaitForExternalEvent<string>("Answer");
                Task<string> cancelled = context.WaitForExternalEvent<string>("Answer", source.Token);
                source.Cancel();
                return $"{await standing}, the other cancelled: {cancelled.IsCanceled}";
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Textbook");

        await RaiseAsync(bench, id, "Answer", "first");
        await bench.SettledAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await bench.StatusAsync(id));
        await RaiseAsync(bench, id, "Answer", "second");

        Assert.Equal("second, the other cancelled: True", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_that_nobody_waits_for_is_kept_until_somebody_does()
    {
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Work", _ => null)
            .Orchestrator("Late", async context =>
            {
                string first = await context.WaitForExternalEvent<string>("First");
                await context.CallActivityAsync("Work");
                return first + await context.WaitForExternalEvent<string>("Second");
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Late");

        await RaiseAsync(bench, id, "Second", "2");
        await RaiseAsync(bench, id, "First", "1");

        Assert.Equal("12", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_before_the_first_turn_is_kept()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Delayed", context => context.WaitForExternalEvent<string>("Answer"))
            .StartAsync();
        string id = await bench.ScheduleAsync("Delayed", startAt: bench.Clock.Now.AddDays(1));

        await RaiseAsync(bench, id, "Answer", "early");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await bench.StatusAsync(id));
        await bench.RestartAsync();
        await bench.SkipToEndAsync();

        Assert.Equal("early", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Names_of_events_are_case_insensitive()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Waiting", context => context.WaitForExternalEvent<int>("RoundChanged"))
            .StartAsync();
        string id = await bench.ScheduleAsync("Waiting");

        await RaiseAsync(bench, id, "ROUNDchanged", 7);

        Assert.Equal(7, (await bench.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_event_to_an_unknown_instance_throws()
    {
        await using Bench bench = await new Bench(azurite).StartAsync();

        InstanceNotFoundException refusal = await Assert.ThrowsAsync<InstanceNotFoundException>(() => RaiseAsync(bench, "cycle-9", "Answer", 1));

        Assert.Contains("'cycle-9'", refusal.Message);
    }

    [Fact]
    public async Task An_event_to_a_finished_instance_is_dropped_or_refused_as_the_options_say()
    {
        foreach (bool refused in new[] { false, true })
        {
            await using Bench bench = new(azurite) { Options = new() { ThrowOnEventToFinished = refused } };
            bench.Orchestrator("Short", _ => Task.FromResult(1));
            await bench.StartAsync();
            OrchestrationMetadata end = await bench.RunAsync("Short");

            Exception? refusal = await Record.ExceptionAsync(() => RaiseAsync(bench, end.InstanceId, "Answer", 1));

            Assert.Equal(refused, refusal is InstanceNotRunningException);
            Assert.Equal(refused, refusal is not null);
        }
    }

    [Fact]
    public async Task Continuing_as_new_keeps_unread_events_and_nothing_else()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Lap", async context =>
            {
                int lap = context.GetInput<int>();
                string? go = await context.WaitForExternalEvent<string>("Go");
                if (lap < 3)
                {
                    context.ContinueAsNew(lap + 1);
                    return "";
                }

                return $"{go} in lap {lap}";
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Lap", 1);
        await bench.Client.SuspendInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        foreach (string go in new[] { "one", "two", "three" })
            await RaiseAsync(bench, id, "Go", go);

        await bench.Client.ResumeInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        OrchestrationMetadata end = await bench.EndOfAsync(id);

        Assert.Equal("three in lap 3", end.ReadOutputAs<string>());
        Assert.Equal(3, end.ReadInputAs<int>());
        IReadOnlyList<HistoryEvent> history = await bench.Engine.GetHistoryAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal("3", Assert.Single(history.OfType<ExecutionStarted>()).Input);
    }

    [Fact]
    public async Task Continuing_as_new_without_preserving_events_loses_the_unread_ones()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Forgetful", async context =>
            {
                string go = await context.WaitForExternalEvent<string>("Go");
                if (context.GetInput<int>() == 1)
                    context.ContinueAsNew(2, preserveUnprocessedEvents: false);
                return go;
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Forgetful", 1);
        await bench.Client.SuspendInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await RaiseAsync(bench, id, "Go", "one");
        await RaiseAsync(bench, id, "Go", "lost");
        await bench.Client.ResumeInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await bench.SettledAsync();

        await RaiseAsync(bench, id, "Go", "two");

        Assert.Equal("two", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_orchestration_sends_another_an_event_and_unknown_ones_nothing()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("Hello"))
            .Orchestrator("Sender", context =>
            {
                context.SendEvent("nobody", "Hello", "lost");
                context.SendEvent("receiver", "Hello", "from sender");
                return Task.CompletedTask;
            })
            .StartAsync();
        await bench.ScheduleAsync("Receiver", id: "receiver");

        OrchestrationMetadata sender = await bench.RunAsync("Sender");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, sender.RuntimeStatus);
        Assert.Equal("from sender", (await bench.EndOfAsync("receiver")).ReadOutputAs<string>());
        await bench.SettledAsync();
        Assert.Empty(await bench.Engine.Hub.Table.MessagesAsync(TestContext.Current.CancellationToken));
    }

    private static Task RaiseAsync(Bench bench, string id, string name, object payload) =>
        bench.Client.RaiseEventAsync(id, name, payload, TestContext.Current.CancellationToken);
}
