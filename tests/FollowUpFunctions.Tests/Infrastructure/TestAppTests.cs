using FollowUpFunctions.Cycles;

namespace FollowUpFunctions.Tests.Infrastructure;

public sealed class TestAppTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_cycle_that_nobody_answers_waits_for_the_coordinator_to_look_at_the_plan()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        SampleCycle cycle = new();

        await app.StartCycleAsync(cycle.Build());
        await app.RunToAsync(SampleCycle.Starts.AddDays(25));

        CycleReport report = await app.ReportAsync(cycle.Id);
        Assert.Equal(4, report.Rounds.Single(r => r.Id == "workshop-invitation").Invited);
        Assert.Contains(report.Waiting, w => w is { What: "draft-review", For: "coordinator" });
    }
}
