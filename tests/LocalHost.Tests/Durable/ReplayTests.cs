using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class ReplayTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_orchestrator_runs_from_its_beginning_in_every_turn()
    {
        int passes = 0;
        await using Bench bench = await new Bench(azurite)
            .Activity<int>("Double", value => value * 2)
            .Orchestrator("Thrice", async context =>
            {
                passes++;
                int value = context.GetInput<int>();
                for (int i = 0; i < 3; i++)
                    value = await context.CallActivityAsync<int>("Double", value);
                return value;
            })
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Thrice", 5);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(40, end.ReadOutputAs<int>());
        Assert.Equal(4, passes);
    }

    [Fact]
    public async Task Only_what_is_new_is_not_replaying()
    {
        List<string> seen = [];
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Work", _ => null)
            .Orchestrator("Watched", async context =>
            {
                seen.Add($"start {context.IsReplaying}");
                await context.CallActivityAsync("Work");
                seen.Add($"after {context.IsReplaying}");
            })
            .StartAsync();

        await bench.RunAsync("Watched");

        Assert.Equal(["start False", "start True", "after False"], seen);
    }

    [Fact]
    public async Task A_changed_step_fails_the_instance_and_names_both_steps()
    {
        await using Bench bench = new Bench(azurite)
            .Activity<object>("Invite", _ => null)
            .Activity<object>("Remind", _ => null)
            .Orchestrator("Round", async context =>
            {
                await context.CallActivityAsync("Invite");
                await context.WaitForExternalEvent<object?>("Closed");
            });
        await bench.StartAsync();
        string id = await bench.ScheduleAsync("Round");
        await bench.SettledAsync();

        await bench.KillAsync();
        bench.Orchestrator("Round", async context =>
        {
            await context.CallActivityAsync("Remind");
            await context.WaitForExternalEvent<object?>("Closed");
        });
        await bench.StartAsync();
        await bench.Client.RaiseEventAsync(id, "Closed", cancellation: TestContext.Current.CancellationToken);
        OrchestrationMetadata end = await bench.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("step 0 history has activity 'Invite', but the code now asks for activity 'Remind'", end.FailureDetails!.ErrorMessage);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, end.FailureDetails.ErrorType);
    }

    [Fact]
    public async Task A_step_that_was_taken_out_or_put_in_fails_the_instance_too()
    {
        await using Bench bench = new Bench(azurite)
            .Orchestrator("Shorter", async context =>
            {
                context.SendEvent("nobody", "Hello", 1);
                await context.WaitForExternalEvent<object?>("Go");
            })
            .Orchestrator("Longer", context => context.WaitForExternalEvent<object?>("Go"));
        await bench.StartAsync();
        string shorter = await bench.ScheduleAsync("Shorter");
        string longer = await bench.ScheduleAsync("Longer");
        await bench.KillAsync();

        bench.Orchestrator("Shorter", context => context.WaitForExternalEvent<object?>("Go"));
        bench.Orchestrator("Longer", async context =>
        {
            context.SendEvent("nobody", "Hello", 1);
            await context.WaitForExternalEvent<object?>("Go");
        });
        await bench.StartAsync();
        await bench.Client.RaiseEventAsync(shorter, "Go", cancellation: TestContext.Current.CancellationToken);
        await bench.Client.RaiseEventAsync(longer, "Go", cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("history has event 'Hello' sent", (await bench.EndOfAsync(shorter)).FailureDetails!.ErrorMessage);
        Assert.Contains("asks for event 'Hello' sent", (await bench.EndOfAsync(longer)).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Awaiting_something_that_is_not_durable_fails_the_instance_instead_of_hanging()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Careless", _ => new TaskCompletionSource().Task)
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Careless");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("belongs in an activity", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Coming_back_from_something_that_is_not_durable_fails_the_instance_however_late()
    {
        TaskCompletionSource foreign = new();
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Careless", context => Task.WhenAny(foreign.Task, context.WaitForExternalEvent<int>("Answer")))
            .StartAsync();
        string id = await bench.ScheduleAsync("Careless");
        await bench.SettledAsync();

        foreign.SetResult();

        Assert.Contains("belongs in an activity", (await bench.EndOfAsync(id)).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Cancelling_a_timer_from_another_thread_fails_the_instance()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Careless", async context =>
            {
                using CancellationTokenSource timer = new();
                Task late = context.CreateTimer(TimeSpan.FromDays(30), timer.Token);
                await timer.CancelAsync();
                await late;
            })
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Careless");

        Assert.Contains("belongs in an activity", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Time_and_guids_are_the_same_in_every_replay()
    {
        HashSet<string> seen = [];
        await using Bench bench = new Bench(azurite)
            .Activity<object>("Work", _ => null);
        bench.Orchestrator("Chance", async context =>
            {
                seen.Add($"{context.CurrentUtcDateTime:o} {context.NewGuid()} {context.NewGuid()}");
                await context.CallActivityAsync("Work");
                bench.Clock.Advance(TimeSpan.FromHours(1));
                await context.CallActivityAsync("Work");
            });
        await bench.StartAsync();

        await bench.RunAsync("Chance");

        Assert.Single(seen);
    }
}
