using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class LifeOfAnInstanceTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_id_that_runs_can_not_be_started_again()
    {
        await using Bench bench = await WaitingAsync();
        await bench.ScheduleAsync("Waiting", id: "cycle-1");

        await Assert.ThrowsAsync<InstanceAlreadyRunningException>(() => bench.ScheduleAsync("Waiting", id: "cycle-1"));
        await bench.RestartAsync();
        await Assert.ThrowsAsync<InstanceAlreadyRunningException>(() => bench.ScheduleAsync("Waiting", id: "cycle-1"));
    }

    [Fact]
    public async Task A_finished_id_is_replaced()
    {
        await using Bench bench = await WaitingAsync();
        await bench.ScheduleAsync("Waiting", id: "cycle-1");
        await RaiseAsync(bench, "cycle-1", "first");
        Assert.Equal("first", (await bench.EndOfAsync("cycle-1")).ReadOutputAs<string>());

        await bench.ScheduleAsync("Waiting", id: "cycle-1");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await bench.StatusAsync("cycle-1"));
        await RaiseAsync(bench, "cycle-1", "second");

        Assert.Equal("second", (await bench.EndOfAsync("cycle-1")).ReadOutputAs<string>());
        await bench.SettledAsync();
        Assert.Single((await bench.Engine.GetHistoryAsync("cycle-1", Cancellation)).OfType<ExecutionStarted>());
    }

    [Fact]
    public async Task An_unknown_id_has_no_state()
    {
        await using Bench bench = await WaitingAsync();

        Assert.Null(await bench.Client.GetInstanceAsync("cycle-9", true, Cancellation));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => bench.EndOfAsync("cycle-9"));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => bench.Engine.GetHistoryAsync("cycle-9", Cancellation));
        await Assert.ThrowsAsync<InstanceNotFoundException>(() => bench.Client.TerminateInstanceAsync("cycle-9", null, Cancellation));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("what?")]
    [InlineData("@entity")]
    public async Task An_id_that_azure_refuses_is_refused_here(string id)
    {
        await using Bench bench = await WaitingAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.ScheduleAsync("Waiting", id: id));
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_exist_is_named()
    {
        await using Bench bench = await WaitingAsync();

        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(() => bench.ScheduleAsync("Wating"));

        Assert.Contains("'Wating'", refusal.Message);
    }

    [Fact]
    public async Task A_suspended_instance_keeps_what_comes_in_and_runs_no_turn()
    {
        int passes = 0;
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Counted", context =>
            {
                passes++;
                return context.WaitForExternalEvent<string>("Go");
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Counted");
        await bench.Client.SuspendInstanceAsync(id, "holidays", Cancellation);

        await RaiseAsync(bench, id, "kept");
        await bench.RestartAsync();
        await bench.SettledAsync();
        Assert.Equal(1, passes);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await bench.StatusAsync(id));
        await bench.Client.ResumeInstanceAsync(id, "back", Cancellation);

        Assert.Equal("kept", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_instance_ends_with_the_given_output()
    {
        await using Bench bench = await WaitingAsync();
        foreach (DateTimeOffset? startAt in new DateTimeOffset?[] { null, bench.Clock.Now.AddDays(1) })
        {
            string id = await bench.ScheduleAsync("Waiting", startAt: startAt);

            await bench.Client.TerminateInstanceAsync(id, "withdrawn", Cancellation);
            OrchestrationMetadata end = await bench.EndOfAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
            Assert.Equal("withdrawn", end.ReadOutputAs<string>());
            Assert.Null(bench.Engine.NextDue);
        }
    }

    [Fact]
    public async Task Sub_orchestrations_are_terminated_only_when_asked()
    {
        await using Bench bench = await WaitingAsync();
        bench.Orchestrator("Parent", context => context.CallSubOrchestratorAsync(
            "Waiting", null, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child")));
        await bench.RestartAsync();
        foreach (bool recursive in new[] { false, true })
        {
            string id = await bench.ScheduleAsync("Parent");
            await bench.SettledAsync();

            await bench.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(null, recursive), Cancellation);
            await bench.SettledAsync();

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await bench.StatusAsync(id));
            Assert.Equal(
                recursive ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Running, await bench.StatusAsync($"{id}-child"));
        }
    }

    [Fact]
    public async Task Only_finished_instances_are_purged_with_all_their_rows()
    {
        await using Bench bench = await WaitingAsync();
        string id = await bench.ScheduleAsync("Waiting");
        Assert.Equal(0, (await bench.Client.PurgeInstanceAsync(id, null, Cancellation)).PurgedInstanceCount);
        await RaiseAsync(bench, id, "go");
        await bench.EndOfAsync(id);

        Assert.Equal(1, (await bench.Client.PurgeInstanceAsync(id, null, Cancellation)).PurgedInstanceCount);

        Assert.Null(await bench.StatusAsync(id));
        Assert.Equal(0, await bench.RowsAsync());
        Assert.Equal(0, (await bench.Client.PurgeInstanceAsync(id, null, Cancellation)).PurgedInstanceCount);
    }

    [Fact]
    public async Task Custom_status_is_seen_while_it_runs_and_after()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Telling", async context =>
            {
                context.SetCustomStatus(new { Phase = "workshop" });
                await context.WaitForExternalEvent<int>("Go");
                context.SetCustomStatus(new { Phase = "plan" });
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Telling");

        Assert.Equal("""{"Phase":"workshop"}""", (await bench.Client.GetInstanceAsync(id, true, Cancellation))!.SerializedCustomStatus);
        await bench.Client.RaiseEventAsync(id, "Go", 1, Cancellation);

        Assert.Equal("""{"Phase":"plan"}""", (await bench.EndOfAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task Reading_an_output_that_was_not_asked_for_throws()
    {
        await using Bench bench = await WaitingAsync();
        string id = await bench.ScheduleAsync("Waiting");

        OrchestrationMetadata metadata = (await bench.Client.GetInstanceAsync(id, false, Cancellation))!;

        Assert.Throws<InvalidOperationException>(metadata.ReadOutputAs<string>);
    }

    private Task<Bench> WaitingAsync() =>
        new Bench(azurite).Orchestrator("Waiting", context => context.WaitForExternalEvent<string>("Go")).StartAsync();

    private static Task RaiseAsync(Bench bench, string id, string payload) => bench.Client.RaiseEventAsync(id, "Go", payload, Cancellation);
}
