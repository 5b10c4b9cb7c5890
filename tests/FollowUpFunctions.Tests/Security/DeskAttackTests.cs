using System.Net;
using System.Text;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Security;

public sealed class DeskAttackTests(AzuriteFixture azurite)
{
    private const string OtherCoordinator = "other@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_without_the_sessions_own_key_is_not_taken()
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        DeskBrowser other = new(desk.App);
        await other.SignInAsync();
        string key = await desk.Browser.FormKeyAsync();

        foreach (string forged in (string[])["", "x", await other.FormKeyAsync(), key[..^1], key.ToUpperInvariant()])
            Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync(forged)).StatusCode);
        Assert.Empty(desk.Taken);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.PostAsync(key)).StatusCode);
        Assert.Single(desk.Taken);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost")]
    public async Task A_form_that_another_sites_page_sends_is_not_taken_even_with_the_key(string header, string value)
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        string key = await desk.Browser.FormKeyAsync();
        string link = (await desk.Browser.AskAsync(TestApp.DeskCoordinator))!;
        desk.Browser.Headers[header] = value;

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync(key)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Browser.PostAsync("desk/sign-out", ("_key", key))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Browser.EnterAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Browser.PostAsync("desk/sign-in", ("email", TestApp.DeskCoordinator), ("_button", "send"))).StatusCode);
        Assert.Empty(desk.Taken);
        desk.Browser.Headers.Clear();
        Assert.True(await desk.Browser.IsInAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_ones_own_page_is_taken_whatever_the_browser_tells_of_it(string header, string value)
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        string key = await desk.Browser.FormKeyAsync();
        desk.Browser.Headers[header] = value;

        Assert.Equal(HttpStatusCode.SeeOther, (await desk.PostAsync(key)).StatusCode);
    }

    [Fact]
    public async Task Another_cycles_page_is_as_unknown_as_one_that_is_not_there_and_its_form_is_not_taken()
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        DeskBrowser other = new(desk.App);
        await other.SignInAsync(OtherCoordinator);
        string key = await other.FormKeyAsync();

        string theirs = await (await other.GetAsync($"desk/cycles/{desk.Cycle}/probe")).Content.ReadAsStringAsync(Cancellation);
        HttpResponseMessage there = await other.GetAsync($"desk/cycles/{desk.Cycle}/probe");
        HttpResponseMessage nowhere = await other.GetAsync("desk/cycles/nowhere/probe");

        Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
        Assert.Equal(theirs, await nowhere.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"desk/cycles/{desk.Cycle}/probe", ("_key", key), ("what", desk.Cycle))).StatusCode);
        Assert.Empty(desk.Taken);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("desk/cycles/other/probe")).StatusCode);
    }

    [Theory]
    [InlineData("/desk/account", "/desk/account")]
    [InlineData("/desk/cycles/c/rounds?back=https://evil.example/", "/desk/cycles/c/rounds?back=https://evil.example/")]
    [InlineData("https://evil.example/desk/", "/desk")]
    [InlineData("//evil.example/desk", "/desk")]
    [InlineData("/desk//evil.example", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("/desk/\\evil.example", "/desk")]
    [InlineData("/desk/../r/x", "/desk")]
    [InlineData("/desk/%2e%2e/r/x", "/desk")]
    [InlineData("/desk/..%2fr", "/desk")]
    [InlineData("/desk/%5c..%5cr", "/desk")]
    [InlineData("/deskx", "/desk")]
    [InlineData("/desk@evil.example", "/desk")]
    [InlineData("javascript:alert(1)", "/desk")]
    [InlineData("/desk/\r\nSet-Cookie: a=b", "/desk")]
    [InlineData("/desk/\u0000", "/desk")]
    [InlineData("/desk/ខ្មែរ", "/desk")]
    [InlineData(" /desk/account", "/desk")]
    [InlineData("", "/desk")]
    public void Nobody_is_led_out_of_the_desk(string asked, string led) => Assert.Equal(led, FollowUpFunctions.Desk.WayBack.To(asked, "/desk"));

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("/desk/../../evil")]
    [InlineData("//evil.example")]
    public async Task No_form_or_page_of_the_desk_leads_where_an_address_says_that_is_not_the_desks(string evil)
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        string key = await desk.Browser.FormKeyAsync();
        string query = Uri.EscapeDataString(evil);
        DeskBrowser victim = new(desk.App);

        string page = await (await victim.GetAsync($"desk/sign-in?back={query}")).Content.ReadAsStringAsync(Cancellation);
        HttpResponseMessage asked = await victim.PostAsync("desk/sign-in", ("email", TestApp.DeskCoordinator), ("_button", "send"), ("_back", evil));
        string link = (await victim.AskAsync(TestApp.DeskCoordinator, evil))!;
        string opened = await (await victim.GetAsync($"{link}?back={query}")).Content.ReadAsStringAsync(Cancellation);
        HttpResponseMessage entered = await victim.PostAsync($"{link}?back={query}", ("_button", "continue"), ("_back", evil));
        HttpResponseMessage spoken = await desk.Browser.PostAsync("desk/language", ("_key", key), ("_button", "fr"), ("_back", evil));

        Assert.All([page, opened, link, asked.Headers.Location!.OriginalString], text => Assert.DoesNotContain("evil", text, StringComparison.Ordinal));
        Assert.All([entered, spoken], answer => Assert.Equal("/desk", answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_mailed_link_begins_with_the_configured_address_whatever_host_was_asked()
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        DeskBrowser victim = new(desk.App);
        victim.Headers["Host"] = "evil.example";
        victim.Headers["X-Forwarded-Host"] = "evil.example";
        victim.Headers["X-Forwarded-Proto"] = "https";
        victim.Headers["Forwarded"] = "host=evil.example";

        string link = (await victim.AskAsync(TestApp.DeskCoordinator))!;
        HttpResponseMessage refused = await victim.GetAsync("desk");

        Assert.StartsWith($"{desk.App.Address}desk/enter/", link, StringComparison.Ordinal);
        Assert.All(await victim.LettersAsync(), l => Assert.DoesNotContain("evil", l.Message.ToString(), StringComparison.Ordinal));
        Assert.Equal("/desk/sign-in", refused.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Ten_megabytes_in_a_field_are_refused_soon_and_nothing_is_saved()
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        string key = await desk.Browser.FormKeyAsync();
        string link = (await desk.Browser.AskAsync(TestApp.DeskCoordinator))!;
        string large = new('a', 10_000_000);
        IReadOnlyList<string> before = await new Stores(desk.App.Host.Services).EverythingAsync();
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

        foreach ((string address, bool stream) in (IEnumerable<(string, bool)>)[("desk/sign-in", false), ("desk/sign-in", true), (link, false), (link, true), ($"desk/cycles/{desk.Cycle}/probe", false), ("desk/language", true)])
        {
            byte[] body = Encoding.ASCII.GetBytes($"_key={key}&_button=send&what={large}&email={large}");
            using HttpContent content = stream ? new StreamContent(new Unsized(body)) : new ByteArrayContent(body);
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            try
            {
                Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await desk.Browser.SendAsync(new(HttpMethod.Post, address) { Content = content })).StatusCode);
            }
            catch (HttpRequestException) when (stream)
            {
                // The server hung up on a body of unknown length, and this client was still sending.
            }
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Empty(desk.Taken);
        Assert.Equal(before, await new Stores(desk.App.Host.Services).EverythingAsync());
    }

    [Fact]
    public async Task A_forged_cookie_opens_nothing()
    {
        await using Attacked desk = await Attacked.StartAsync(azurite);
        string[] halves = desk.Browser.Cookie!.Split('.');
        DeskBrowser other = new(desk.App);
        await other.SignInAsync(OtherCoordinator);
        string[] others = other.Cookie!.Split('.');

        foreach (string forged in (string[])["", ".", "x", $"{halves[0]}.", $"{halves[0]}.{others[1]}", $"{others[0]}.{halves[1]}", $"{halves[0]}.{halves[1]}.x", $"~cycles.{halves[1]}", new string('a', 8_000)])
            Assert.False(await new DeskBrowser(desk.App) { Cookie = forged }.IsInAsync(), forged);
    }

    // A body whose length nobody tells.
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Attacked(TestApp app, DeskBrowser browser, string cycle) : IAsyncDisposable
    {
        public TestApp App => app;

        /// <summary>Of a coordinator who is signed in.</summary>
        public DeskBrowser Browser => browser;

        public string Cycle => cycle;

        public IEnumerable<string> Taken => DoorProbe.Taken.Where(t => t == cycle);

        public static async Task<Attacked> StartAsync(AzuriteFixture azurite)
        {
            TestApp app = await TestApp.StartAsync(azurite, new() { Functions = DoorProbe.BesideTheApp });
            CycleContents cycle = new SampleCycle().Build();
            await app.StartCycleAsync(cycle);
            await app.StartCycleAsync(cycle with { Settings = cycle.Settings with { Id = "other", Title = "Other", Coordinators = [new("Other", OtherCoordinator, "en")] } });
            await app.RunToAsync(SampleCycle.Starts.AddHours(1));
            DeskBrowser browser = new(app);
            await browser.SignInAsync();
            return new(app, browser, cycle.Settings.Id);
        }

        public Task<HttpResponseMessage> PostAsync(string key) => browser.PostAsync($"desk/cycles/{cycle}/probe", ("_key", key), ("what", cycle));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
