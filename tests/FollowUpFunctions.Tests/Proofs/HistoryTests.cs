using FollowUpFunctions.Tests.Infrastructure;
using LocalHost.Durable;

namespace FollowUpFunctions.Tests.Proofs;

public sealed class HistoryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_rounds_history_grows_with_its_pages_and_not_with_its_people()
    {
        IReadOnlyDictionary<string, int> onePage = await EventsAsync(people: 5, pageSize: 5);
        IReadOnlyDictionary<string, int> threePages = await EventsAsync(people: 5, pageSize: 2);

        Assert.Equal(onePage, await EventsAsync(people: 50, pageSize: 50));
        Assert.Equal(threePages, await EventsAsync(people: 50, pageSize: 17));
        // Inviting, reminding twice and freezing are by page.
        Assert.Equal(onePage[nameof(TaskScheduled)] + (2 * 4), threePages[nameof(TaskScheduled)]);
    }

    // How many results one turn takes together is chance, so turns don't count.
    private async Task<IReadOnlyDictionary<string, int>> EventsAsync(int people, int pageSize)
    {
        await using TestApp app = await TestApp.StartAsync(azurite, new() { PageSize = pageSize });
        SampleCycle cycle = new() { People = people };
        await app.StartCycleAsync(cycle.Build());
        await app.RunToAsync(SampleCycle.Starts.AddDays(7).AddHours(5));
        IReadOnlyList<HistoryEvent> history = await app.Host.Engine.GetHistoryAsync(
            $"round-{cycle.Id}-workshop-invitation", TestContext.Current.CancellationToken);
        Assert.IsType<ExecutionCompleted>(history[^1]);
        return new SortedDictionary<string, int>(
            history.Where(e => e is not (TurnStarted or TurnCompleted or EventRaised)).CountBy(e => e.GetType().Name).ToDictionary());
    }
}
