using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class ProgressPageTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task It_is_a_whole_page_in_every_language(string language)
    {
        using IHtmlDocument page = await Html.Open(Progresses.Page(Progresses.Large(40), language));

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(PageStyle.PublishedContentSecurityPolicy, page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        Assert.Equal(("../feed.atom", "application/atom+xml"), (page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"), page.QuerySelector("link[rel=alternate]")!.GetAttribute("type")));
        Assert.Contains("../feed.atom", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task A_hundred_recommendations_over_two_years_stay_small(string language)
    {
        int size = Html.CompressedSize(await Rendering.Pages.RenderAsync(Progresses.Page(Progresses.Large(100), language)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{language}: {size} bytes");
        Assert.InRange(size, 1, 30 * 1024);
    }

    [Fact]
    public async Task Each_figure_leads_to_a_list_of_as_many_recommendations_as_it_says()
    {
        using IHtmlDocument page = await Html.Open(Progresses.Page(Progresses.Large(60), "en"));

        IElement[] figures = [.. page.QuerySelectorAll(".tally td a[href^='#']")];
        Assert.True(figures.Length > 100);
        Assert.All(figures, figure =>
        {
            IElement? list = page.GetElementById(figure.GetAttribute("href")![1..]);
            Assert.NotNull(list);
            IElement counted = list.TagName == "H4" ? list.NextElementSibling! : list;
            Assert.Equal(figure.TextContent, $"{counted.QuerySelectorAll("a").Length}");
        });
    }

    [Fact]
    public async Task Each_recommendation_in_a_list_leads_to_what_is_said_of_it_and_that_to_the_plan()
    {
        PublishedProgress progress = Progresses.Large(30);
        using IHtmlDocument page = await Html.Open(Progresses.Page(progress, "km"));

        Assert.All(page.QuerySelectorAll(".counted a"), a => Assert.Equal("LI", page.GetElementById(a.GetAttribute("href")![1..])?.TagName));
        Assert.Equal(
            progress.Recommendations.Select(r => $"whole.km.html#r-{r.Key}"),
            page.QuerySelectorAll(".views li[id] > a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_figures_of_an_earlier_version_lead_to_that_version()
    {
        using IHtmlDocument page = await Html.Open(Progresses.Page(Progresses.Large(30), "en"));

        Assert.Contains("../v3/progress.en.html#n-government-done", page.QuerySelectorAll(".tally td a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task Charts_say_in_words_what_they_show_and_draw_from_the_side_of_their_language(string language)
    {
        using IHtmlDocument page = await Html.Open(Progresses.Page(Progresses.Large(40), language));
        IElement[] charts = [.. page.QuerySelectorAll("svg[role=img]")];

        Assert.True(charts.Length > 10);
        Assert.All(charts, chart =>
        {
            Assert.Equal(2, chart.GetAttribute("aria-labelledby")!.Split(' ').Length);
            Assert.False(string.IsNullOrWhiteSpace(chart.QuerySelector("title")!.TextContent));
            Assert.Contains(Wording.For(language)["form.progress.status.done"], page.QuerySelector("#ba-d")!.TextContent, StringComparison.Ordinal);
        });
        Assert.All(page.QuerySelectorAll("rect.part"), part => Assert.StartsWith("url(#p-", part.GetAttribute("fill"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("rect.part").Select(p => p.GetAttribute("fill")![5..^1]).Distinct(), id => Assert.NotNull(page.GetElementById(id)));
        string firstX = page.QuerySelector("svg[role=img] rect.part")!.GetAttribute("x")!;
        Assert.Equal(language != "ar", firstX == "1");
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task Where_nothing_has_been_said_it_says_so(string language)
    {
        using IHtmlDocument page = await Html.Open(Progresses.Page(Progresses.Silent, language));

        Html.HoldsForEveryPage(page, language);
        Assert.Contains(Wording.For(language)["progress.none"], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task What_is_contested_is_listed_with_each_view_beside_the_others()
    {
        PublishedPlan plan = Plans.Small;
        using IHtmlDocument page = await Html.Open(Progresses.Page(PublishedProgresses.Of(plan), "en"));
        IElement contested = page.QuerySelector("#contested")!.ParentElement!.QuerySelectorAll("li").Single();

        Assert.Contains("Government: Under way", contested.TextContent, StringComparison.Ordinal);
        Assert.Contains("NGO coalition: Not started", contested.TextContent, StringComparison.Ordinal);
    }
}
