using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class PersonalLinkTests(AzuriteFixture azurite)
{
    private const string OtherToken = "1.AAAAAAAAAAAAAAAAAAAAAAAA";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_mail_scanners_do_to_the_links_of_every_mail_changes_nothing()
    {
        await using Story story = await OpenAsync();
        await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "2"));
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        WebPage draft = await story.Person(Party.Province).OpenAsync();
        await story.Person(Party.Province).ContinueAsync(draft, ("recommendations", "11"));
        await story.GoToDayAsync(Schedule.Consultation.Closes);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Opens);
        string[] addresses = [.. (await story.Mails.ReadAsync()).SelectMany(Addresses).Distinct()];
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        foreach (string address in addresses)
        {
            foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
            {
                using HttpRequestMessage request = new(method, address);
                using HttpResponseMessage response = await story.App.Anybody.SendAsync(request, Cancellation);
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{method} {address}: {response.StatusCode}");
            }

            using FormUrlEncodedContent nothing = new(new Dictionary<string, string>());
            using HttpResponseMessage posted = await story.App.Anybody.PostAsync(address, nothing, Cancellation);
        }

        Assert.Contains(addresses, a => a.Contains("/plan-review/", StringComparison.Ordinal) && a.EndsWith("/draft", StringComparison.Ordinal));
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    [Fact]
    public async Task Every_dead_link_gets_the_same_page()
    {
        await using Story story = await OpenAsync();
        Letter letter = await story.Person(Party.Ministry).NewestMailAsync();
        string live = new Uri(letter.Form).AbsolutePath;
        string[] parts = live.Split('/');
        string[] dead =
        [
            live[..^1] + (live[^1] == 'A' ? 'Q' : 'A'),
            string.Join('/', [.. parts[..5], OtherToken]),
            live.Replace("/workshop-invitation/", "/consultation/", StringComparison.Ordinal),
            live.Replace("/workshop-invitation/", "/no-such-round/", StringComparison.Ordinal),
            live.Replace("/testland-2031/", "/otherland-2031/", StringComparison.Ordinal),
            live.Replace("/testland-2031/", "/Not%20a%20slug/", StringComparison.Ordinal),
            live.Replace(parts[4], "0000aaaaaaaaaa", StringComparison.Ordinal),
            live.Replace(parts[4], "unknown", StringComparison.Ordinal),
            new Uri(letter.Unsubscribe!).AbsolutePath.Replace("/u/", "/r/", StringComparison.Ordinal),
            new Uri((await story.Person(Party.Province).NewestMailAsync()).Form).AbsolutePath.Replace(parts[4][4..], "zzzzzzzzzz", StringComparison.Ordinal)[..^3],
            live.Replace("/r/", "/u/", StringComparison.Ordinal),
        ];

        List<(HttpStatusCode Status, string Headers, string Html)> pages = [];
        foreach (string address in dead)
        {
            using HttpResponseMessage response = await story.App.Anybody.GetAsync(address, Cancellation);
            string html = await response.Content.ReadAsStringAsync(Cancellation);
            pages.Add((response.StatusCode, Headers(response), html.Replace(address.Replace("%20", " ", StringComparison.Ordinal), "", StringComparison.Ordinal).Replace(address, "", StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.NotFound, pages[0].Status);
        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task A_fresh_link_is_mailed_five_times_at_most_and_the_page_says_the_same_to_everybody()
    {
        await using Story story = await OpenAsync();
        Person minna = story.Person(Party.Ministry);
        Letter letter = await minna.NewestMailAsync();
        string dead = string.Join('/', [.. letter.Form.Split('/')[..^1], OtherToken]);

        List<WebPage> answers = [];
        for (int n = 0; n < 7; n++)
        {
            answers.Add(await minna.PressAsync(await minna.GetAsync(dead), FormInput.FreshLink));
            await story.Time.SettleAsync();
        }

        WebPage unknown = await minna.PressAsync(await minna.GetAsync(dead.Replace("/0000", "/0007", StringComparison.Ordinal)), FormInput.FreshLink);

        Assert.All([.. answers, unknown], page => Assert.Equal((answers[0].Status, answers[0].Html), (page.Status, page.Html)));
        Letter[] fresh = [.. (await minna.MailAsync()).Where(l => l.Kind == "fresh-link")];
        Assert.Equal(5, fresh.Length);
        Assert.Equal(5, (await story.Coordinator.JournalAsync()).Count(e => e.Event == JournalEvents.FreshLinkSent));
        Assert.Equal(HttpStatusCode.OK, (await minna.GetAsync(fresh[0].Form)).Status);
    }

    [Fact]
    public async Task A_dead_unsubscribe_link_mails_a_fresh_one_too()
    {
        await using Story story = await OpenAsync();
        Person minna = story.Person(Party.Ministry);

        await minna.PressAsync(await minna.GetAsync((await minna.NewestMailAsync()).Unsubscribe![..^2]), FormInput.FreshLink);

        Assert.Equal("fresh-link", (await minna.MailAsync())[^1].Kind);
        Assert.Equal(0, (await story.Coordinator.RoundAsync("workshop-invitation")).Unsubscribed);
    }

    [Fact]
    public async Task The_button_on_the_unsubscribe_page_stops_mail()
    {
        await using Story story = await OpenAsync();
        Person minna = story.Person(Party.Ministry);

        WebPage asked = await minna.GetAsync((await minna.NewestMailAsync()).Unsubscribe!);
        Assert.Equal(0, (await story.Coordinator.RoundAsync("workshop-invitation")).Unsubscribed);
        await minna.PressAsync(asked, FormInput.Unsubscribe);

        await NoMoreMailAsync(story, minna);
    }

    [Fact]
    public async Task One_click_of_the_mail_program_stops_mail()
    {
        await using Story story = await OpenAsync();
        Person minna = story.Person(Party.Ministry);
        Letter letter = await minna.NewestMailAsync();
        Assert.Equal("List-Unsubscribe=One-Click", letter.Message.Headers["List-Unsubscribe-Post"]);

        using FormUrlEncodedContent click = new(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
        using HttpResponseMessage response = await story.App.Anybody.PostAsync(letter.Unsubscribe, click, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await NoMoreMailAsync(story, minna);
    }

    private static async Task NoMoreMailAsync(Story story, Person minna)
    {
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        Assert.Single(await minna.MailAsync());
        Assert.Equal(3, (await story.Mails.ReadAsync("consultation", "invitation")).Count);
        RoundReport consultation = await story.Coordinator.RoundAsync("consultation");
        Assert.Equal((4, 3, 1), (consultation.Invited, consultation.Outstanding, consultation.Unsubscribed));
        Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.Unsubscribed);
    }

    private static IEnumerable<string> Addresses(Letter letter) =>
    [
        .. letter.Links,
        .. letter.Unsubscribe is { } unsubscribe ? [unsubscribe] : Array.Empty<string>(),
        .. letter.Links.Where(link => link.Contains("/r/", StringComparison.Ordinal))
            .SelectMany(form => new[] { "", "/check", "/receipt", "/draft", "/attendance", "/choose", "/proposal/11" }.Select(page => form + page)),
    ];

    private static string Headers(HttpResponseMessage response) => string.Join(
        '\n', response.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));

    private Task<Story> OpenAsync() =>
        Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
}
