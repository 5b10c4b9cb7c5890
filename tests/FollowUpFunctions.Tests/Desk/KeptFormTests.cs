using System.Net;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>A form of the desk that comes when its session has ended.</summary>
public sealed class KeptFormTests(AzuriteFixture azurite)
{
    private const string Typed = "Because <b>many</b>\nasked for it";
    private static readonly DateTimeOffset _now = SampleCycle.Starts.AddHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_is_kept_shown_again_and_taken_once()
    {
        (TestApp app, string cycle) = await StartAsync();
        await using TestApp running = app;
        DeskBrowser browser = new(app);
        await browser.SignInAsync();
        (string, string)[] form = [.. Fields(await PageAsync(await browser.GetAsync($"desk/cycles/{cycle}/decide/star?recommendation=1")), ("note", Typed), ("_language", "fr"))];
        await app.RunToAsync(_now.AddHours(9));

        HttpResponseMessage late = await browser.PostAsync($"desk/cycles/{cycle}/decide/star", form);
        WebPage kept = await PageAsync(late);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal("fr", kept.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(Typed, kept.Document.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(kept.Document.QuerySelectorAll("main b"));
        Assert.StartsWith("/desk/sign-in", kept.Document.QuerySelector("main a[target=_blank]")!.GetAttribute("href"), StringComparison.Ordinal);

        // Sent again before anybody signed in it is only kept again; afterwards it waits for a button with the new session's key.
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(browser, kept)).StatusCode);
        await browser.SignInAsync();
        HttpResponseMessage asked = await SendAsync(browser, kept);
        WebPage shown = await PageAsync(asked);
        Assert.Equal((HttpStatusCode.BadRequest, "Send this form now?"), (asked.StatusCode, shown.Heading));
        Assert.Empty(await DecidedAsync(app, cycle));

        HttpResponseMessage taken = await SendAsync(browser, shown);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        DecisionOnRecord decision = Assert.Single(await DecidedAsync(app, cycle));
        Assert.Equal(("star", "1", Typed), (decision.Kind, decision.Recommendation, decision.Note));
    }

    [Fact]
    public async Task A_form_that_is_forged_anothers_or_empty_is_not_kept()
    {
        (TestApp app, string cycle) = await StartAsync();
        await using TestApp running = app;
        DeskBrowser ended = new(app);
        await ended.SignInAsync();
        string key = await ended.FormKeyAsync();
        await ended.PressAsync("desk/sign-out");
        string address = $"desk/cycles/{cycle}/decide/star";

        // Without a key that the desk made, and from another site's page, nothing that came is shown.
        ended.Cookie = null;
        foreach (string forged in (string[])["", "x", "a.b.c", key[..^1], $"x{key}", key.Replace("session~", "sign-in~", StringComparison.Ordinal)])
            Assert.Equal("/desk/sign-in", (await ended.PostAsync(address, ("_key", forged), ("note", Typed))).Headers.Location?.OriginalString);
        ended.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal("/desk/sign-in", (await ended.PostAsync(address, ("_key", key), ("note", Typed))).Headers.Location?.OriginalString);
        ended.Headers.Clear();

        // Where nothing was typed, signing in is all that is to be done; a form as large as its files is not held.
        Assert.Equal("/desk/sign-in", (await ended.PostAsync("desk/sign-out", ("_key", key), ("_button", "x"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, (await ended.PostAsync(address, ("_key", key), ("note", new string('a', 1_100_000)))).StatusCode);

        // Somebody else who signs in at the same browser doesn't send it.
        DeskBrowser other = new(app);
        await other.SignInAsync("coordinator@example.org");
        HttpResponseMessage refused = await other.PostAsync(address, ("_key", key), ("recommendation", "1"), ("note", Typed));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("This form was not taken", (await PageAsync(refused)).Heading);
        Assert.Empty(await DecidedAsync(app, cycle));
    }

    private static IEnumerable<(string, string)> Fields(WebPage page, params (string Name, string Value)[] typed) =>
        new WebPage("", HttpStatusCode.OK, DecisionDesk.Form(page).OuterHtml).Fields
            .Where(f => typed.All(t => t.Name != f.Key)).SelectMany(f => f.Value.Select(v => (f.Key, v))).Concat(typed);

    private static Task<HttpResponseMessage> SendAsync(DeskBrowser browser, WebPage page) =>
        browser.PostAsync(DecisionDesk.Form(page).GetAttribute("action")!, [.. Fields(page)]);

    private static async Task<WebPage> PageAsync(HttpResponseMessage answer) => new("", answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));

    private static async Task<IReadOnlyList<DecisionOnRecord>> DecidedAsync(TestApp app, string cycle) => [.. await app.Service<DecisionsTable>().ListAsync(cycle, Cancellation)];

    private async Task<(TestApp, string)> StartAsync()
    {
        TestApp app = await TestApp.StartAsync(azurite);
        CycleContents cycle = new SampleCycle().Build();
        await app.StartCycleAsync(cycle);
        await app.RunToAsync(_now);
        return (app, cycle.Settings.Id);
    }
}
