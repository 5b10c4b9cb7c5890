using System.Net;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

public sealed class SignInTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset now = SampleCycle.Starts.AddHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_signs_in_by_a_mailed_link_and_comes_to_the_page_they_asked_for()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser browser = new(app);

        HttpResponseMessage refused = await browser.GetAsync("desk/account?done=nothing");
        string page = await (await browser.GetAsync(refused.Headers.Location!.OriginalString)).Content.ReadAsStringAsync(Cancellation);
        string link = (await browser.AskAsync(TestApp.DeskCoordinator, "/desk/account?done=nothing"))!;
        HttpResponseMessage opened = await browser.GetAsync(link);
        HttpResponseMessage entered = await browser.PostAsync(link, ("_button", "continue"), ("_language", "fr"), ("_back", "/desk/account?done=nothing"));

        Assert.Equal("/desk/sign-in?back=%2Fdesk%2Faccount%3Fdone%3Dnothing", refused.Headers.Location.OriginalString);
        Assert.Contains("value=\"/desk/account?done=nothing\"", page, StringComparison.Ordinal);
        Assert.StartsWith($"{app.Address}desk/enter/", link, StringComparison.Ordinal);
        Assert.Contains("value=\"/desk/account?done=nothing\"", await opened.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("/desk/account?done=nothing", entered.Headers.Location!.OriginalString);
        string account = await (await browser.GetAsync("desk/account")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(TestApp.DeskCoordinator, account, StringComparison.Ordinal);
        Assert.Contains("Votre compte", account, StringComparison.Ordinal);
        Assert.Contains("17:00", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_whom_a_cycle_names_is_written_to_by_name_in_their_language()
    {
        await using TestApp app = await StartAsync(new FollowUp.Domain.Cycles.Coordinator("Ampil Chariya", "ampil@example.org", "km"));
        DeskBrowser browser = new(app);

        await browser.AskAsync("AMPIL@example.org");
        Letter letter = Assert.Single(await browser.LettersAsync());

        Assert.Equal("ampil@example.org", letter.To);
        Assert.Contains("ជូនចំពោះ Ampil Chariya", letter.Text, StringComparison.Ordinal);
        Assert.Contains(DeskBrowser.Link(letter), letter.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("lang=\"km\"", letter.Message.HtmlBody, StringComparison.Ordinal);
        Assert.True(TokenMask.Finds(DeskBrowser.Link(letter)));
    }

    [Fact]
    public async Task Whoever_asks_is_told_the_same_whether_or_not_the_address_is_a_coordinators()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser browser = new(app);

        HttpResponseMessage known = await browser.PostAsync("desk/sign-in", ("email", TestApp.DeskCoordinator), ("_button", "send"));
        HttpResponseMessage unknown = await browser.PostAsync("desk/sign-in", ("email", "somebody@example.org"), ("_button", "send"));

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal(known.Headers.Select(h => h.Key), unknown.Headers.Select(h => h.Key));
        Assert.Equal([TestApp.DeskCoordinator], (await browser.LettersAsync()).Select(l => l.To));
        Assert.Single(await RowsAsync(app));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("desk@example.org, other@example.org")]
    [InlineData("Desk <desk@example.org>")]
    public async Task What_is_no_address_is_told_beside_the_field_and_kept(string typed)
    {
        await using TestApp app = await StartAsync();

        HttpResponseMessage answer = await new DeskBrowser(app).PostAsync("desk/sign-in", ("email", typed), ("_button", "send"));
        WebPage page = new("", answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Single(page.Errors);
        Assert.Equal("#email", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(typed, page.Document.QuerySelector("#email")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Mail_scanners_that_open_a_link_and_post_its_form_without_the_button_use_nothing_up()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser scanner = new(app);
        string link = (await scanner.AskAsync(TestApp.DeskCoordinator))!;
        IReadOnlyList<string> before = await new Stores(app.Host.Services).EverythingAsync();

        foreach (HttpRequestMessage request in (HttpRequestMessage[])[new(HttpMethod.Get, link), new(HttpMethod.Head, link), new(HttpMethod.Post, link)])
            Assert.Equal(HttpStatusCode.OK, (await scanner.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await scanner.PostAsync(link, ("_language", "en"), ("_back", ""))).StatusCode);

        Assert.Null(scanner.Cookie);
        Assert.Equal(before, await new Stores(app.Host.Services).EverythingAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await new DeskBrowser(app).EnterAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_signs_in_once_also_when_two_press_its_button_at_the_same_time()
    {
        await using TestApp app = await StartAsync();
        string link = (await new DeskBrowser(app).AskAsync(TestApp.DeskCoordinator))!;
        DeskBrowser[] several = [.. Enumerable.Range(0, 8).Select(_ => new DeskBrowser(app))];

        HttpResponseMessage[] answers = await Task.WhenAll(several.Select(b => b.EnterAsync(link)));
        HttpResponseMessage replayed = await new DeskBrowser(app).EnterAsync(link);

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Single(several, b => b.Cookie is not null);
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, replayed.StatusCode);
        Assert.Single(await RowsAsync(app), r => r.RowKey.StartsWith("session~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_over_after_a_quarter_of_an_hour_and_a_session_after_eight_hours_and_both_are_swept_at_night()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser late = new(app);
        DeskBrowser inTime = new(app);
        string link = (await late.AskAsync(TestApp.DeskCoordinator))!;
        await inTime.SignInAsync();

        await app.RunToAsync(now.AddMinutes(16));
        HttpResponseMessage answer = await late.EnterAsync(link);
        bool still = await inTime.IsInAsync();
        await app.RunToAsync(now.AddHours(8).AddSeconds(1));
        bool after = await inTime.IsInAsync();
        await app.RunToAsync(now.AddHours(20));
        await app.RunToAsync(now.AddHours(20).AddMinutes(1));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((true, false), (still, after));
        Assert.Empty(await RowsAsync(app));
        Assert.Empty(await late.LettersAsync());
    }

    [Fact]
    public async Task Signing_out_ends_one_session_and_signing_out_everywhere_ends_all_and_makes_links_worthless()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser[] browsers = [new(app), new(app), new(app)];
        foreach (DeskBrowser browser in browsers)
            await browser.SignInAsync();
        string unused = (await browsers[0].AskAsync(TestApp.DeskCoordinator))!;
        string[] cookies = [.. browsers.Select(b => b.Cookie!)];

        HttpResponseMessage out1 = await browsers[0].PressAsync("desk/sign-out");
        bool[] afterOne = [await new DeskBrowser(app) { Cookie = cookies[0] }.IsInAsync(), await browsers[1].IsInAsync(), await browsers[2].IsInAsync()];
        HttpResponseMessage outAll = await browsers[1].PressAsync("desk/sign-out-everywhere");
        bool[] afterAll = [await new DeskBrowser(app) { Cookie = cookies[1] }.IsInAsync(), await browsers[2].IsInAsync()];

        Assert.Equal([false, true, true], afterOne);
        Assert.Equal([false, false], afterAll);
        Assert.All([out1, outAll], a => Assert.Contains("max-age=0", DeskBrowser.SetCookie(a), StringComparison.Ordinal));
        Assert.Null(browsers[1].Cookie);
        Assert.Equal(HttpStatusCode.NotFound, (await browsers[2].EnterAsync(unused)).StatusCode);
        Assert.Equal("/desk/sign-in?done=signed-out&lang=en", outAll.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_the_browser_came_with_never_becomes_a_session()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser attacker = new(app);
        await attacker.SignInAsync();
        string planted = attacker.Cookie!;
        DeskBrowser victim = new(app) { Cookie = planted };

        HttpResponseMessage answer = await victim.EnterAsync((await victim.AskAsync(TestApp.DeskCoordinator))!);
        string cookie = DeskBrowser.SetCookie(answer)!;

        Assert.NotEqual(planted, victim.Cookie);
        Assert.False(await attacker.IsInAsync());
        Assert.StartsWith("__Host-desk=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "max-age=28800", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Skip(1).Select(p => p.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_is_stored_but_the_mail_opens_the_desk()
    {
        await using TestApp app = await StartAsync();
        DeskBrowser browser = new(app);
        await browser.SignInAsync();
        string token = (await browser.AskAsync(TestApp.DeskCoordinator))!.Split('/')[^1];
        string secret = browser.Cookie!.Split('.')[1];

        IReadOnlyList<string> stored = await new Stores(app.Host.Services).EverythingAsync();

        Assert.DoesNotContain(stored, line => line.Contains(token, StringComparison.Ordinal) || line.Contains(token[2..], StringComparison.Ordinal) || line.Contains(secret, StringComparison.Ordinal));
    }

    private async Task<TestApp> StartAsync(FollowUp.Domain.Cycles.Coordinator? coordinator = null)
    {
        TestApp app = await TestApp.StartAsync(azurite);
        CycleContents cycle = new SampleCycle().Build();
        await app.StartCycleAsync(coordinator is null ? cycle : cycle with { Settings = cycle.Settings with { Coordinators = [coordinator] } });
        await app.RunToAsync(now);
        return app;
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TestApp app)
    {
        List<TableEntity> rows = [];
        // Beside the people's rows lie the marks of the signing keys.
        await foreach (TableEntity row in app.Service<AppStorage>().Sessions.QueryAsync<TableEntity>("PartitionKey ne '~keys'", cancellationToken: Cancellation))
            rows.Add(row);
        return rows;
    }
}
