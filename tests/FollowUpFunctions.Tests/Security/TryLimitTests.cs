using System.Net;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Security;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FollowUpFunctions.Tests.Security;

public sealed class TryLimitTests(AzuriteFixture azurite)
{
    private const int Tries = 1_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_dead_links_a_minute_are_answered_with_429_and_links_that_work_open_all_the_while()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string form = (await story.Person(Party.Ministry).NewestMailAsync()).Form;
        string unsubscribe = (await story.Person(Party.Ministry).NewestMailAsync()).Unsubscribe!;
        string safeguarding = (await story.Mails.ReadAsync()).Single(l => l.To == CycleBuilder.SafeguardingEmail).Links[0];
        string number = await story.AttestAsync(Party.Youth);
        string[] dead = [form[..^3] + "abc", unsubscribe[..^3] + "abc", safeguarding[..^3] + "abc", "desk/enter/00000000000000000000000000000000/1.abcdefghijklmnopqrstuvwx"];

        int[] statuses = await TryAsync(Tries, n => story.App.Anybody.GetAsync(dead[n % dead.Length], Cancellation));
        HttpResponseMessage refused = await story.App.Anybody.GetAsync(dead[0], Cancellation);
        HttpResponseMessage fresh = await story.App.Anybody.PostAsync(dead[0], Fields(("_button", "fresh-link")), Cancellation);
        HttpResponseMessage wrong = await story.App.Anybody.PostAsync("c", Fields(("_button", "continue"), ("number", "123456789012345")), Cancellation);
        HttpResponseMessage wrongOwn = await story.App.Anybody.PostAsync("c/withdraw", Fields(("_button", "send"), ("number", "1234567890123456")), Cancellation);

        Assert.Equal(TryLimits.MostFailures, statuses.Count(s => s == 404));
        Assert.Equal(Tries - TryLimits.MostFailures, statuses.Count(s => s == 429));
        Assert.All([refused, fresh, wrong, wrongOwn], MustSayWhenToComeBack);
        Assert.Equal(1, new WebPage("", HttpStatusCode.OK, await wrong.Content.ReadAsStringAsync(Cancellation)).Document.QuerySelectorAll(".errors").Length);
        Assert.Equal("We want to hear from you", (await story.Child(number).ComeAsync()).Heading);
        foreach (string works in (string[])[form, unsubscribe, safeguarding])
            Assert.Equal(HttpStatusCode.OK, (await story.App.Anybody.GetAsync(works, Cancellation)).StatusCode);
        DeskBrowser coordinator = new(story.App);
        await coordinator.SignInAsync();
        Assert.True(await coordinator.IsInAsync());

        await story.Time.GoToAsync(story.Time.Now.AddMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await story.App.Anybody.GetAsync(dead[0], Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_thousand_searches_a_minute_are_answered_with_429_and_a_page_that_says_when_to_search_again()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));

        int[] statuses = await TryAsync(Tries, n => app.Anybody.GetAsync($"find/nowhere?q={n}", Cancellation));
        HttpResponseMessage refused = await app.Anybody.GetAsync("find/nowhere?q=school&lang=fr", Cancellation);

        Assert.Equal(TryLimits.MostSearches, statuses.Count(s => s == 404));
        Assert.Equal(Tries - TryLimits.MostSearches, statuses.Count(s => s == 429));
        MustSayWhenToComeBack(refused);
        Assert.Equal("Trop de recherches", new WebPage("", refused.StatusCode, await refused.Content.ReadAsStringAsync(Cancellation)).Heading);
    }

    [Fact]
    public async Task A_thousand_wrong_numbers_of_children_a_minute_are_answered_with_429_and_a_right_one_opens_all_the_while()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);

        int[] statuses = await TryAsync(Tries, n => story.App.Anybody.PostAsync("c", Fields(("_button", "continue"), ("number", $"{n:000000000000000}")), Cancellation));

        Assert.Equal(Tries - TryLimits.MostFailures, statuses.Count(s => s == 429));
        Assert.Equal("We want to hear from you", (await story.Child(number).ComeAsync()).Heading);
    }

    [Fact]
    public async Task Sign_in_mails_are_few_for_an_address_and_for_a_client_and_those_that_came_still_work()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));
        DeskBrowser browser = new(app);

        HttpResponseMessage[] flood = new HttpResponseMessage[TryLimits.MostLinksOfAddress + 2];
        for (int n = 0; n < flood.Length; n++)
            flood[n] = await browser.PostAsync("desk/sign-in", ("email", n % 2 == 0 ? TestApp.DeskCoordinator : TestApp.DeskCoordinator.ToUpperInvariant()), ("_button", "send"));
        IReadOnlyList<Letter> letters = await browser.LettersAsync();
        int[] statuses = await TryAsync(Tries, n => browser.PostAsync("desk/sign-in", ("email", $"somebody{n}@example.org"), ("_button", "send")));

        Assert.Equal(TryLimits.MostLinksOfAddress, letters.Count);
        Assert.All(flood[^2..], MustSayWhenToComeBack);
        Assert.Contains("Too many links", await flood[^1].Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(TryLimits.MostLinksOfClient - flood.Length, statuses.Count(s => s == 303));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.EnterAsync(DeskBrowser.Link(letters[0]))).StatusCode);

        await app.RunToAsync(SampleCycle.Starts.AddHours(1).AddMinutes(16));
        Assert.NotNull(await browser.AskAsync(TestApp.DeskCoordinator));
    }

    [Fact]
    public void The_count_holds_few_names_however_many_come_and_who_comes_late_gets_no_free_tries()
    {
        TryCount count = new(3, TimeSpan.FromMinutes(1), TimeProvider.System);

        for (int n = 0; n < TryCount.MostNames; n++)
            count.Count($"name {n}");
        int free = Enumerable.Range(0, 100).Count(n => count.Count($"late {n}") is null);

        Assert.InRange(free, 0, 6);
    }

    [Theory]
    [InlineData(0, "203.0.113.9", "192.0.2.1")]
    [InlineData(1, "203.0.113.9", "203.0.113.9")]
    [InlineData(1, "6.6.6.6, 203.0.113.9:4711", "203.0.113.9")]
    [InlineData(2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9")]
    [InlineData(2, "203.0.113.9", "192.0.2.1")]
    [InlineData(1, "unknown", "192.0.2.1")]
    [InlineData(1, "[2001:db8:1:2:3:4:5:6]:443", "20010db800010002")]
    [InlineData(1, "::ffff:203.0.113.9", "203.0.113.9")]
    public void A_client_is_known_by_what_its_own_proxies_say_and_not_by_what_it_says_itself(int proxies, string forwarded, string client)
    {
        DefaultHttpContext http = new();
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        Client.Note(http, proxies);
        http.Request.Headers.Remove("X-Forwarded-For");

        Assert.Equal(client, Client.Of(http));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("6")]
    public void How_many_proxies_there_are_is_checked_at_the_start(string proxies)
    {
        FollowUpOptions options = FollowUpOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("Http:ForwardedFor", proxies)]).Build());

        Assert.Contains(Assert.Throws<OptionsValidationException>(() => options.Validated()).Failures, f => f.StartsWith("Http:ForwardedFor", StringComparison.Ordinal));
    }

    private static void MustSayWhenToComeBack(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<int[]> TryAsync(int times, Func<int, Task<HttpResponseMessage>> attempt)
    {
        int[] statuses = new int[times];
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
        {
            using HttpResponseMessage answer = await attempt(n);
            statuses[n] = (int)answer.StatusCode;
        });
        return statuses;
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
