using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using LocalHost.Demo;
using LocalHost.Demo.Sample;
using Calendar = FollowUp.Domain.Cycles.Calendar;

namespace LocalHost.Tests.Demo;

public sealed class SecondsCalendarTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_years_fit_into_a_minute_and_a_half_in_the_same_order()
    {
        DemoFolder demo = await DemoFolder.OpenAsync(
            DemoArguments.Parse(["--data", folder.Path, "--calendar", "seconds"]), TestContext.Current.CancellationToken);
        SampleCycle sample = await SampleCycle.OfAsync(demo, TestContext.Current.CancellationToken);

        SampleCycle scheduled = await sample.ScheduledAsync(demo, TestContext.Current.CancellationToken);

        DateTimeOffset[] moments = Moments(scheduled.Contents.Settings.Calendar);
        Assert.Equal(moments.Order(), moments);
        Assert.InRange((moments[^1] - moments[0]).TotalSeconds, 60, 100);
    }

    [Fact]
    public async Task A_demo_that_is_resumed_keeps_the_calendar_it_began_with()
    {
        DemoFolder demo = await DemoFolder.OpenAsync(
            DemoArguments.Parse(["--data", folder.Path, "--calendar", "seconds"]), TestContext.Current.CancellationToken);
        SampleCycle begun = await (await SampleCycle.OfAsync(demo, TestContext.Current.CancellationToken)).ScheduledAsync(demo, TestContext.Current.CancellationToken);

        SampleCycle resumed = await (await SampleCycle.OfAsync(demo, TestContext.Current.CancellationToken)).ScheduledAsync(demo, TestContext.Current.CancellationToken);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(begun.Json), JsonNode.Parse(resumed.Json)));
    }

    // In the order in which a cycle has them.
    private static DateTimeOffset[] Moments(Calendar c)
    {
        string[] afterwards = [.. c.Rounds.Keys.Where(r => r.StartsWith("progress-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return
        [
            .. Of("workshop-invitation"), c.Workshop.Starts, c.Workshop.Ends, .. Of("commitments"), .. Of("co-signing"), .. Of("consultation"), .. Of("responsibility"),
            .. Of("monitoring-invitation"), c.MonitoringWorkshop.Starts, c.MonitoringWorkshop.Ends, .. Of("monitoring-plan"), .. afterwards.SelectMany(Of),
        ];

        IEnumerable<DateTimeOffset> Of(string round)
        {
            RoundWindow window = c.Rounds[round];
            return [window.Opens, .. window.Reminders, window.Closes!.Value];
        }
    }
}
