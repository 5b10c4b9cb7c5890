using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Somebody looks for a word in what is published, without a script.</summary>
[Collection(nameof(PublishedCycle))]
public sealed class FindingTests(PublishedCycle cycle)
{
    [Theory]
    [InlineData("11", "11")]
    [InlineData("12(a)", "12-a")]
    [InlineData("12a", "12-a")]
    [InlineData("PRINT the Observations", "11")]
    [InlineData("បណ្តុះ", "13")]
    [InlineData("អនុ\u200bសាសន៍", "12-a")]
    [InlineData("schools count", "12-a")]
    public async Task A_word_a_reference_or_a_part_of_a_khmer_word_is_found_and_leads_to_the_page_that_stays(string query, string key)
    {
        using IHtmlDocument page = await FindAsync($"q={Uri.EscapeDataString(query)}&lang=km");

        string[] found = [.. page.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")!)];
        Assert.Contains(cycle.Story.Plans.Address($"recommendations/{key}.km.html").ToString(), found);
        foreach (string address in found)
        {
            using HttpResponseMessage there = await cycle.Story.App.Anybody.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
            Assert.True(there.IsSuccessStatusCode, address);
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("q=", false)]
    [InlineData("q=nothing-like-it", true)]
    [InlineData("q=%3Cscript%3Ealert(1)%3C/script%3E", true)]
    [InlineData("q=%ED%A0%80%00", true)]
    [InlineData("q=a&q=b&lang=xx", true)]
    public async Task Whatever_is_asked_there_is_a_page_that_says_so(string query, bool asked)
    {
        using IHtmlDocument page = await FindAsync(query);

        Assert.Empty(page.QuerySelectorAll(".found a, script"));
        Assert.Equal(asked, page.GetElementById("found") is not null);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_very_long_question_is_cut_and_told_so()
    {
        using IHtmlDocument page = await FindAsync($"q={new string('x', 4_000)}");

        Assert.Equal(200, page.QuerySelector("#q")!.GetAttribute("value")!.Length);
        Assert.Contains("200", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("no%20slug")]
    [InlineData("testland-2031%2F..%2Fother")]
    public async Task A_cycle_that_is_not_published_is_not_found(string other)
    {
        using HttpResponseMessage response = await cycle.Story.App.Anybody.GetAsync($"find/{other}?q=x", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task No_cookie_is_set_and_nothing_is_stored()
    {
        IReadOnlyList<string> before = await cycle.Story.EverythingStoredAsync();
        using HttpResponseMessage response = await cycle.Story.App.Anybody.GetAsync($"find/{cycle.Story.Cycle}?q=school", TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal(before, await cycle.Story.EverythingStoredAsync());
    }

    private async Task<IHtmlDocument> FindAsync(string query)
    {
        using HttpResponseMessage response = await cycle.Story.App.Anybody.GetAsync($"find/{cycle.Story.Cycle}?{query}", TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
