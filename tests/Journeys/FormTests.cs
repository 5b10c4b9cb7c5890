using System.Net;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class FormTests(JourneyHost host)
{
    private const string Round = "workshop-invitation";
    private const string OtherToken = "1.AAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task What_looks_at_links_or_posts_nothing_to_them_changes_nothing()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        Person minna = journey.Person(Party.Ministry);
        Letter letter = await minna.InvitationAsync(Round);
        foreach (Party party in Party.All)
            await journey.Person(party).InvitationAsync(Round);
        string before = await StandingAsync(journey);

        // A link without a page behind it has no form, so nothing can be posted there.
        foreach (string address in new[] { letter.Form!, $"{letter.Form}/attendance", $"{letter.Form}/check", letter.Unsubscribe.AbsoluteUri })
        {
            foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
            {
                using HttpResponseMessage response = await minna.Browser.SendAsync(new(method, address));
                Assert.True(response.StatusCode == HttpStatusCode.OK || (method == HttpMethod.Post && address == letter.Form), $"{method} {new Uri(address).AbsolutePath}: {response.StatusCode}");
                Assert.Equal("no-store", string.Join(',', response.Headers.GetValues("cache-control")));
                Assert.Equal("no-referrer", string.Join(',', response.Headers.GetValues("referrer-policy")));
                Assert.False(response.Headers.Contains("set-cookie"));
            }
        }

        Assert.Equal(before, await StandingAsync(journey));
        Assert.DoesNotContain((await minna.OpenAsync(Round)).Fields(), f => f.Field == "attending");
    }

    [Fact]
    public async Task A_form_is_begun_in_one_language_goes_on_in_another_is_sent_and_can_be_changed()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        Person minna = journey.Person(Party.Ministry);
        WebPage english = await minna.OpenAsync(Round);

        WebPage khmer = await minna.Browser.PressAsync(english, "language:km", ("attending", "yes"), ("people", "3"), ("needs", "ផ្លូវជម្រាល"));
        Assert.Equal(("en", "km"), (english.Language, khmer.Language));
        Assert.Equal(["3"], khmer.Fields().Where(f => f.Field == "people").Select(f => f.Value));
        WebPage wrong = await minna.ContinueAsync(khmer, ("people", "many"));
        Assert.Single(wrong.Errors);
        Assert.Contains(("needs", "ផ្លូវជម្រាល"), wrong.Fields());

        WebPage check = await minna.ContinueAsync(wrong, ("people", "៤"));
        Assert.Equal(0, (int)(await journey.Secretariat.RoundAsync(Round))!["answered"]!);
        WebPage receipt = await minna.Browser.PressAsync(check, "send");
        WebPage bookmarked = await minna.Browser.GetAsync(receipt.Address);
        WebPage changed = await minna.Browser.PressAsync(await minna.FillInAsync(await minna.OpenAsync(Round, "/attendance"), ("attending", "no")), "send");

        Assert.Equal((true, "km"), (receipt.IsReceipt, receipt.Language));
        Assert.Equal(receipt.Html, bookmarked.Html);
        Assert.Equal(bookmarked.Heading, (await minna.Browser.GetAsync($"{(await minna.InvitationAsync(Round)).Form}?lang=km")).Heading);
        Assert.True(changed.IsReceipt);
        JsonNode round = (await journey.Secretariat.RoundAsync(Round))!;
        Assert.Equal((5, 1, 4), ((int)round["invited"]!, (int)round["answered"]!, (int)round["outstanding"]!));
    }

    [Fact]
    public async Task A_dead_link_is_told_as_one_and_mails_a_fresh_one_to_whom_it_belonged()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        Person minna = journey.Person(Party.Ministry);
        string live = (await minna.InvitationAsync(Round)).Form!;
        string[] dead = [string.Join('/', [.. live.Split('/')[..^1], OtherToken]), live.Replace($"/{Round}/", "/consultation/", StringComparison.Ordinal)];

        foreach (string address in dead)
        {
            WebPage page = await minna.Browser.GetAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, "This link no longer works"), (page.Status, page.Heading));
        }

        WebPage sent = await minna.Browser.PressAsync(await minna.Browser.GetAsync(dead[0]), "fresh-link");
        Letter fresh = await journey.Mails.ArrivedAsync(minna.Email, Round, "fresh-link");

        Assert.Equal("Look in your mailbox", sent.Heading);
        Assert.Equal(HttpStatusCode.OK, (await minna.Browser.GetAsync(fresh.Form!)).Status);
    }

    [Fact]
    public async Task Mail_stops_when_the_mail_program_or_the_button_says_so()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        Person minna = journey.Person(Party.Ministry);
        Person nadia = journey.Person(Party.Ngo);
        Letter letter = await minna.InvitationAsync(Round);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Message.Headers["List-Unsubscribe-Post"]);

        using HttpResponseMessage click = await minna.Browser.PostAsync(letter.Unsubscribe, ("List-Unsubscribe", "One-Click"));
        WebPage asked = await nadia.Browser.GetAsync((await nadia.InvitationAsync(Round)).Unsubscribe);
        int between = (int)(await journey.Secretariat.RoundAsync(Round))!["unsubscribed"]!;
        WebPage stopped = await nadia.Browser.PressAsync(asked, "unsubscribe");

        Assert.Equal(HttpStatusCode.OK, click.StatusCode);
        Assert.Equal(("Stop our mails?", "You will get no more mails", 1), (asked.Heading, stopped.Heading, between));
        Assert.Equal(2, (int)(await journey.Secretariat.RoundAsync(Round))!["unsubscribed"]!);
        Assert.Equal(2, (await journey.Secretariat.JournalAsync()).Count(e => e.Event == "unsubscribed"));
    }

    private static async Task<string> StandingAsync(Journey journey) =>
        (await journey.Secretariat.GetAsync()).Text + (await journey.Secretariat.GetAsync("/journal")).Text + (await journey.Mails.ReadAsync()).Count;
}
