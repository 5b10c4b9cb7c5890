using System.Globalization;
using FollowUpFunctions.Telemetry;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Operations;

/// <summary>What somebody is woken by.</summary>
public sealed class AlertTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_whose_orchestration_is_gone_is_told_as_stuck_with_every_sweep_until_somebody_restarts_it()
    {
        EventLog log = new();
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: new() { Services = log.Register });
        Assert.Empty(log.Of(Alerts.CycleStuck));
        await story.App.StopAsync();
        await story.App.DeleteTaskHubAsync();
        await story.App.StartAgainAsync();
        story.Time.Begin(story.App.Host.Clock);

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.1);
        string told = log.Of(Alerts.CycleStuck)[^1];
        using HttpResponseMessage restarted = await story.App.Coordinator.PostAsync($"cycles/{story.Cycle}/restart", null, Cancellation);
        await story.Time.SettleAsync();
        int before = log.Of(Alerts.CycleStuck).Count;
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.2);

        Assert.Equal($"The cycle {story.Cycle} does not go on: its orchestration does not run; POST /cycles/{{id}}/restart goes on from the tables.", told);
        Assert.True(restarted.IsSuccessStatusCode);
        Assert.Equal(before, log.Of(Alerts.CycleStuck).Count);
    }

    [Fact]
    public async Task A_cycle_that_goes_on_as_it_should_is_never_told_as_stuck()
    {
        EventLog log = new();
        await using Story story = await Story.BeginAsync(azurite, options: new() { Services = log.Register });

        await story.GoToDayAsync(Schedule.Consultation.Opens);

        Assert.Contains("Swept: 1 cycles on record, 0 of them stuck; 0 batches of mail were open.", log.Of(Alerts.SweepDone));
        Assert.Empty(log.Of(Alerts.CycleStuck));
        Assert.Empty(log.Of(Alerts.MailFailed));
    }

    [Fact]
    public async Task Mails_that_no_server_takes_are_told_as_failed()
    {
        EventLog log = new();
        int nobody = LocalHost.Hosting.LoopbackPort.Choose(0);
        await using Story story = await Story.BeginAsync(azurite, options: new()
        {
            Services = log.Register,
            Settings = new Dictionary<string, string?>
            {
                ["Mail:Provider"] = "smtp", ["Mail:Smtp:Host"] = "localhost", ["Mail:Smtp:Port"] = nobody.ToString(CultureInfo.InvariantCulture), ["Mail:Smtp:Security"] = "none",
            },
        });

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);

        Assert.Contains(log.Of(Alerts.MailFailed), t => t.StartsWith("The mail server localhost can't be used", StringComparison.Ordinal));
    }
}
