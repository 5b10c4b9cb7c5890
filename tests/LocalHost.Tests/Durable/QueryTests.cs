using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class QueryTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_are_found_by_status_and_prefix()
    {
        await using Bench bench = await FiveAsync();

        Assert.Equal(["cycle-1", "cycle-2", "cycle-3"], await IdsAsync(bench, new(InstanceIdPrefix: "cycle-")));
        Assert.Equal(["cycle-3", "round-1"], await IdsAsync(bench, new(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(["cycle-3"], await IdsAsync(bench, new(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "cycle")));
        Assert.Equal(
            ["cycle-1", "cycle-2", "cycle-3", "round-1", "round-2"],
            await IdsAsync(bench, new(Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running])));
        Assert.Empty(await IdsAsync(bench, new(TaskHubNames: ["another"])));
        Assert.Empty(await IdsAsync(bench, new(CreatedFrom: bench.Clock.Now.AddHours(1))));
        Assert.Equal(5, (await IdsAsync(bench, new(CreatedTo: bench.Clock.Now))).Length);
    }

    [Fact]
    public async Task Instances_come_in_pages_that_can_be_continued()
    {
        await using Bench bench = await FiveAsync();
        List<Page<OrchestrationMetadata>> pages = [];
        string? continuation = null;
        do
        {
            await using IAsyncEnumerator<Page<OrchestrationMetadata>> some =
                bench.Client.GetAllInstancesAsync(new(PageSize: 2)).AsPages(continuation).GetAsyncEnumerator(Cancellation);
            Assert.True(await some.MoveNextAsync());
            pages.Add(some.Current);
            continuation = some.Current.ContinuationToken;
        }
        while (continuation is not null);

        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(5, pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId).Distinct().Count());
    }

    [Fact]
    public async Task Inputs_and_outputs_come_when_asked_for()
    {
        await using Bench bench = await FiveAsync();
        OrchestrationQuery finished = new(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "round-");

        await foreach (OrchestrationMetadata found in bench.Client.GetAllInstancesAsync(finished with { FetchInputsAndOutputs = true }))
            Assert.Equal("go", found.ReadOutputAs<string>());
        await foreach (OrchestrationMetadata found in bench.Client.GetAllInstancesAsync(finished))
            Assert.Null(found.SerializedOutput);
    }

    private async Task<Bench> FiveAsync()
    {
        Bench bench = await new Bench(azurite).Orchestrator("Waiting", context => context.WaitForExternalEvent<string>("Go")).StartAsync();
        foreach (string id in new[] { "cycle-1", "cycle-2", "cycle-3", "round-1", "round-2" })
            await bench.ScheduleAsync("Waiting", id: id);
        foreach (string id in new[] { "cycle-3", "round-1" })
        {
            await bench.Client.RaiseEventAsync(id, "Go", "go", Cancellation);
            await bench.EndOfAsync(id);
        }

        return bench;
    }

    private static async Task<string[]> IdsAsync(Bench bench, OrchestrationQuery query)
    {
        List<string> ids = [];
        await foreach (OrchestrationMetadata found in bench.Client.GetAllInstancesAsync(query))
            ids.Add(found.InstanceId);
        return [.. ids];
    }
}
