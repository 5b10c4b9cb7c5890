using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class SubOrchestrationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_sub_orchestration_knows_its_parent_and_returns_its_output()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Child", context => Task.FromResult($"{context.InstanceId} of {context.Parent?.Name} {context.Parent?.InstanceId}, {context.GetInput<int>()}"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>(
                "Child", 5, new SubOrchestrationOptions(instanceId: "child")))
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Parent", id: "parent");

        Assert.Equal("child of Parent parent, 5", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Its_failure_reaches_the_parent_with_all_inner_failures()
    {
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Work", _ => throw new InvalidDataException("bad", new FormatException("worse")))
            .Orchestrator("Child", context => context.CallActivityAsync("Work"))
            .Orchestrator("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return [];
                }
                catch (TaskFailedException failure)
                {
                    List<string> chain = [failure.TaskName];
                    for (TaskFailureDetails? details = failure.FailureDetails; details is not null; details = details.InnerFailure)
                        chain.Add(details.ErrorType);
                    return chain;
                }
            })
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Parent");

        Assert.Equal(
            ["Child", "Microsoft.DurableTask.TaskFailedException", "System.IO.InvalidDataException", "System.FormatException"],
            end.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_failure_that_the_parent_does_not_catch_fails_it()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Child", _ => throw new InvalidDataException("bad"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("System.IO.InvalidDataException", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task A_fixed_id_that_runs_already_fails_the_call()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("Go"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions(instanceId: "taken")))
            .StartAsync();
        await bench.ScheduleAsync("Child", id: "taken");

        OrchestrationMetadata end = await bench.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("'taken' has not ended", end.FailureDetails!.ErrorMessage);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await bench.StatusAsync("taken"));
    }

    [Fact]
    public async Task Two_hundred_sub_orchestrations_from_one_turn_all_report_back()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Child", context => Task.FromResult(context.GetInput<int>()))
            .Orchestrator("Parent", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 200).Select(i => context.CallSubOrchestratorAsync<int>("Child", i)))).Sum())
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Parent");

        Assert.Equal(19_900, end.ReadOutputAs<int>());
    }
}
