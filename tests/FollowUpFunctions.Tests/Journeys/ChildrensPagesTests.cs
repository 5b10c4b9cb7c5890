using System.Net;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>The pages that children and the adults beside them open, and what opening them leaves behind: nothing.</summary>
public sealed class ChildrensPagesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Wrong_numbers_open_nothing_however_many_and_lock_nobody_out()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        for (int n = 0; n < 50; n++)
            Assert.Single((await story.Child($"{n:000000000000000}").ComeAsync()).Document.QuerySelectorAll(".errors"));
        for (int n = 0; n < 50; n++)
            Assert.Single((await story.Child(number).TakeBackAsync($"{n:0000000000000000}")).Document.QuerySelectorAll(".errors"));

        Assert.Equal(before, await story.EverythingStoredAsync());
        Assert.Equal("We want to hear from you", (await story.Child(number).ComeAsync()).Heading);
    }

    [Fact]
    public async Task Opening_pages_and_posting_nothing_changes_nothing()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        await story.AttestAsync(Party.Youth);
        string own = (await story.Mails.ReadAsync()).Single(l => l.To == CycleBuilder.SafeguardingEmail).Links[0];
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        foreach (string address in (string[])["c", "c/stop", "c/withdraw", own, (await story.Person(Party.Youth).NewestMailAsync()).Form, (await story.Person(Party.Youth).NewestMailAsync()).Form + "/group"])
        {
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, .. address == "c/stop" ? Array.Empty<HttpMethod>() : [HttpMethod.Post]])
            {
                using HttpRequestMessage request = new(method, address);
                using HttpResponseMessage response = await story.App.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode is HttpStatusCode.OK || (method == HttpMethod.Post && address.Contains("/r/", StringComparison.Ordinal)), $"{method} {address}: {response.StatusCode}");
                Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }
        }

        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    [Fact]
    public async Task Another_language_keeps_what_a_child_typed_on_the_page_and_nowhere_else()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        IReadOnlyList<string> before = await story.EverythingStoredAsync();
        WebPage page = await child.ContinueAsync(await child.ContinueAsync(await child.ComeAsync()), (ChildInput.Topics, "1"));

        WebPage khmer = await child.PressAsync(page, FormInput.Speak + "km", (ChildInput.Words, "More books"));
        WebPage talk = await child.PressAsync(await child.ContinueAsync(khmer), ChildInput.Skip);
        WebPage english = await child.PressAsync(talk, FormInput.Speak + "en", (ChildInput.Disclosure, "Not yet sent"));

        Assert.Equal("km", khmer.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("More books", "1"), (khmer.Fields[ChildInput.Words].Single(), khmer.Fields[ChildInput.Topics].Single()));
        Assert.Equal(("Someone to talk to", "Not yet sent"), (english.Heading, english.Fields[ChildInput.Disclosure].Single()));
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    [Fact]
    public async Task Every_page_shows_the_helpline_and_a_way_to_stop_and_keeps_nothing_of_who_stops()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        IReadOnlyList<string> before = await story.EverythingStoredAsync();
        WebPage page = await child.ComeAsync();
        List<WebPage> pages = [await child.OpenAsync(), page];
        page = await child.ContinueAsync(page);
        pages.Add(page);
        page = await child.ContinueAsync(page, (ChildInput.Topics, "1"));
        pages.Add(page);
        page = await child.ContinueAsync(page, (ChildInput.Words, "I stop soon"));
        pages.Add(page);
        page = await child.PressAsync(page, ChildInput.Skip);
        pages.Add(page);
        page = await child.ContinueAsync(page);
        pages.Add(page);

        Assert.All(pages, p => Assert.NotNull(p.Document.QuerySelector("a[href='tel:1280']")));
        Assert.All(pages.Skip(1), p => Assert.NotNull(p.Document.QuerySelector("a[href^='/c/stop']")));
        Assert.Equal("Look at your answers", page.Heading);
        Assert.Equal("You have stopped", (await child.OpenAsync("c/stop")).Heading);
        Assert.Equal(before, await story.EverythingStoredAsync());
    }
}
