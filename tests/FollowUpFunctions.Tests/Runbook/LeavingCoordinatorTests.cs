using System.Net;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>Drill: somebody leaves the secretariat, and is still signed in.</summary>
public sealed class LeavingCoordinatorTests(AzuriteFixture azurite)
{
    private const string Successor = "successor@example.org";

    [Fact]
    public async Task Who_no_longer_stands_in_the_settings_or_the_cycle_is_out_at_once_and_the_successor_gets_what_waits()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Responsibility.Opens);
        using HttpClient ofInstallation = await story.App.AtDeskAsync();
        using HttpClient ofCycle = await story.App.AtDeskAsync(Schedule.CoordinatorEmail);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await DeskAsync(story, ofInstallation), await DeskAsync(story, ofCycle)));

        await story.Coordinator.DecideAsync(new() { ["decision"] = "correct-address", ["who"] = "coordinator-1", ["email"] = Successor, ["note"] = "Has left" });
        await story.App.StopAsync();
        await story.App.StartAgainAsync(o => o with { Settings = new Dictionary<string, string?> { ["Desk:Coordinators"] = Successor } });
        story.Time.Begin(story.App.Host.Clock);
        await story.Time.SettleAsync();

        Assert.NotEqual(HttpStatusCode.OK, await DeskAsync(story, ofInstallation));
        Assert.NotEqual(HttpStatusCode.OK, await DeskAsync(story, ofCycle));
        Assert.Equal("draft-review", Assert.Single(await story.Person(Successor).MailAsync()).Round);
        Assert.Equal(HttpStatusCode.NotFound, (await story.Person(Schedule.CoordinatorEmail).OpenAsync()).Status);
        using HttpClient successor = await story.App.AtDeskAsync(Successor);
        Assert.Equal(HttpStatusCode.OK, await DeskAsync(story, successor));
    }

    // The app is at the same address after the restart.
    private static async Task<HttpStatusCode> DeskAsync(Story story, HttpClient desk)
    {
        using HttpResponseMessage response = await desk.GetAsync($"desk/cycles/{story.Cycle}", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
