using System.Net;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>What the cycle before left open, and stars, decided from the pages that offer it.</summary>
[Collection(nameof(RunningApp))]
public sealed class ReiterationsAtDeskTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_be_said_again_is_confirmed_or_refused_on_the_page_that_shows_both_texts()
    {
        JsonObject before = app.NewCycle();
        before["recommendations"]![0]!["texts"]!["en"] = "Ensure that all births are registered, and issue birth certificates free of charge.";
        JsonObject body = app.NewCycle();
        body["previousCycle"] = await BegunAsync(before);
        body["symbol"] = "CRC/C/TST/CO/5";
        body["recommendations"]![0]!["texts"]!["en"] = "Register all births free of charge, mobile registration included.";
        string cycle = await BegunAsync(body);
        using HttpClient client = await app.Story.App.AtDeskAsync();
        DecisionDesk desk = new(client, cycle);

        WebPage page = await desk.GetAsync($"desk/cycles/{cycle}/plan/reiterations");
        Assert.Contains("issue birth certificates free of charge", Card(page), StringComparison.Ordinal);
        Assert.Contains("mobile registration included", Card(page), StringComparison.Ordinal);
        Assert.All(Party.All, p => Assert.DoesNotContain(p.Contact, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("Said again, confirmed", Card(page), StringComparison.Ordinal);

        page = await desk.FollowAsync("plan/reiterations", "confirm-reiteration", "recommendation=11&earlier=11");
        Assert.Equal("CRC/C/TST/CO/4 ¶11", (await app.Story.App.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendation("11")!.ReiteratedFrom);
        Assert.DoesNotContain(desk.Links(page, "confirm-reiteration"), l => l.Contains("recommendation=11&earlier=11", StringComparison.Ordinal));
        string confirmed = Card(page);

        // Of two decisions on the same the newest counts: they must not be of one moment.
        await app.Story.Time.SettleAsync();
        page = await desk.FollowAsync("plan/reiterations", "refuse-reiteration", "recommendation=11&earlier=11");
        Assert.Null((await app.Story.App.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendation("11")!.ReiteratedFrom);
        Assert.NotEqual(confirmed, Card(page));

        // What nothing was proposed for is chosen by hand.
        await desk.FollowAsync("plan/reiterations", "confirm-reiteration", "earlier=13", ("recommendation", "12-a"));
        Assert.Equal("CRC/C/TST/CO/4 ¶13", (await app.Story.App.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendation("12-a")!.ReiteratedFrom);
    }

    [Fact]
    public async Task A_star_is_given_and_taken_away_where_the_recommendation_stands()
    {
        string cycle = await BegunAsync(app.NewCycle());
        using HttpClient client = await app.Story.App.AtDeskAsync();
        DecisionDesk desk = new(client, cycle);

        WebPage starred = await desk.FollowAsync("plan", "star", "recommendation=11");
        Assert.True((await app.Story.App.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendation("11")!.Starred);
        Assert.Single(desk.Links(starred, "unstar"));
        await app.Story.Time.SettleAsync();
        WebPage plain = await desk.FollowAsync("plan", "unstar", "recommendation=11");

        Assert.False((await app.Story.App.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendation("11")!.Starred);
        Assert.Empty(desk.Links(plain, "unstar"));
    }

    private static string Card(WebPage page) => page.Document.QuerySelector("section[aria-labelledby='open-11']")!.TextContent;

    private async Task<string> BegunAsync(JsonObject body)
    {
        using HttpResponseMessage begun = await app.Story.Coordinator.StartAsync(body);
        Assert.True(begun.StatusCode == HttpStatusCode.Accepted, await begun.Content.ReadAsStringAsync(Cancellation));
        return (string)body["id"]!;
    }
}
