using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Children;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class SitePagesTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_overview_has_each_recommendation_in_a_line_that_leads_to_its_own_page(string language)
    {
        PublishedPlan plan = Progresses.Plan(100, 2);
        using IHtmlDocument page = await Html.Open(Plans.Overview(plan, language, Progresses.Large(100)));

        Html.HoldsForEveryPage(page, language);
        Html.EveryControlHasALabel(page);
        Assert.All(plan.Clusters.SelectMany(c => c.Recommendations), r =>
        {
            IElement line = page.GetElementById(PlanPageModel.Anchor(r.Key))!;
            Assert.Equal($"../recommendations/{r.Key}.{language}.html", line.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(r.Responsible!, line.TextContent, StringComparison.Ordinal);
        });
        Assert.All(new[] { "contents", "figures", "changes", "c-1", "c-9" }, id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal("img", page.QuerySelector("svg.bars[role]")!.GetAttribute("role"));
        Assert.Equal("page", page.QuerySelector(".views-nav a[href='index." + language + ".html']")!.GetAttribute("aria-current"));
        Assert.Single(page.QuerySelectorAll("[aria-current=page]"));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task Everything_about_a_recommendation_stands_on_its_page_with_its_history(string language)
    {
        PublishedPlan plan = Plans.Settled with { Children = new(40, [new("1", 12, ["We want to be asked."])], [], [], []) };
        RecommendationModel model = Plans.Recommendation(plan, language);
        using IHtmlDocument page = await Html.Open(model);

        Html.HoldsForEveryPage(page, language);
        string text = page.Body!.TextContent;
        PublishedRecommendation r = model.Recommendation;
        string[] held =
        [
            r.Citation, r.Heading, r.Concern!, "16.2", r.Responsible!, r.Actions[0].Text, r.Commitments[0].Action, r.Monitoring[0].Strategy, r.Progress[0].Organisation,
            r.Texts["en"].Text, r.Texts.TryGetValue(language, out var own) ? own.Text : r.Texts["en"].Text, "We want to be asked.",
        ];
        Assert.All(held, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.All(plan.Changes, c => Assert.Contains(new PlanWording(Wording.For(language)).Change(c), page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal));
        Assert.Equal([$"../v2/index.{language}.html#r-{r.Key}", $"../v1/index.{language}.html#r-{r.Key}"], page.QuerySelectorAll(".history > li > a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"../index.{language}.html", page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_plan_can_be_read_by_organisation_and_by_status(string language)
    {
        PublishedPlan plan = Progresses.Plan(30, 2);
        foreach (SiteView view in new[] { SiteView.Organisations, SiteView.Status })
        {
            using IHtmlDocument page = await Html.Open(Plans.List(plan, view, language, hasProgress: true));

            Html.HoldsForEveryPage(page, language);
            Assert.Equal($"{view.Page}.{language}.html", page.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
            Assert.All(page.QuerySelectorAll(".toc a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
            Assert.All(plan.Clusters.SelectMany(c => c.Recommendations), r => Assert.NotNull(page.QuerySelector($".lines a[href='../recommendations/{r.Key}.{language}.html']")));
        }
    }

    [Fact]
    public void Each_assessor_s_view_counts_every_recommendation_once()
    {
        PublishedPlan plan = Progresses.Plan(30, 2);
        IReadOnlyList<PlanList> lists = PlanLists.ByStatus(plan, Wording.For("en"));

        Assert.Equal(["Who has taken it on", "Government", "NGO coalition", "Children and young people", "Human rights institution"], lists.Select(l => l.Heading));
        Assert.All(lists, l => Assert.Equal(30, l.Parts.Sum(p => p.Recommendations.Count)));
    }

    [Fact]
    public async Task Empty_plans_have_empty_views()
    {
        using IHtmlDocument overview = await Html.Open(Plans.Overview(Plans.Empty, "en"));
        using IHtmlDocument status = await Html.Open(Plans.List(Plans.Empty, SiteView.Status, "km"));

        Html.HoldsForEveryPage(overview, "en");
        Html.HoldsForEveryPage(status, "km");
        Assert.Contains("This plan holds no recommendations yet", overview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(overview.QuerySelector("svg"));
    }

    [Fact]
    public async Task What_people_typed_cannot_end_the_block_of_data()
    {
        const string Evil = "</script><script>alert(1)</script><!-- \" ' & កុមារ";
        OverviewModel model = Plans.Overview(Plans.Small with { Title = Evil }, "en");
        string html = await Rendering.Pages.RenderAsync(model);
        using IHtmlDocument page = Html.Parse(html);

        IElement block = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal("application/ld+json", block.GetAttribute("type"));
        JsonNode data = JsonNode.Parse(block.TextContent)!;
        Assert.Equal((Evil, "Dataset"), ((string)data["name"]!, (string)data["@type"]!));
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.Equal(["https://plans.example.org/khm-2030/v2/plan.json", "https://plans.example.org/khm-2030/v2/plan.schema.json", "https://plans.example.org/khm-2030/v2/plan.csv"], data["distribution"]!.AsArray().Select(d => (string)d!["contentUrl"]!));
    }

    [Fact]
    public void A_catalogue_names_every_version_the_newest_first_with_its_files()
    {
        JsonObject catalog = CatalogData.Of("Children’s rights", "Cambodia", "https://p.example.org/khm/index.html", ["en", "km"],
            [new(1, FormPages.Closes, "https://p.example.org/khm/v1", false), new(2, FormPages.Closes, "https://p.example.org/khm/v2", true)]);

        Assert.Equal("dcat:Catalog", (string)catalog["@type"]!);
        Assert.Equal(["2", "1"], catalog["dcat:dataset"]!.AsArray().Select(d => (string)d!["dcat:version"]!));
        Assert.Equal([5, 3], catalog["dcat:dataset"]!.AsArray().Select(d => d!["dcat:distribution"]!.AsArray().Count));
        Assert.Null(catalog["dct:license"]);
    }

    [Theory]
    [InlineData("One two three", 13, "One two three")]
    [InlineData("One two three four", 14, "One two three…")]
    [InlineData("Onetwothreefour", 6, "Onetwo…")]
    [InlineData("កុមារទាំងអស់", 4, "កុមារទាំ…")]
    public void A_text_is_cut_between_words_or_letters_and_never_within_one(string text, int most, string expected) => Assert.Equal(expected, Excerpt.Of(text, most));

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task A_search_says_what_it_found_and_keeps_the_question(string language)
    {
        PublishedPlan plan = Plans.Large(60);
        PublishedRecommendation[] all = [.. plan.Clusters.SelectMany(c => c.Recommendations)];
        const string Query = "\"><b>កុមារ";
        FindModel model = new(plan, language, [new("en", "?q=x&lang=en"), new("km", "?q=x&lang=km")], "https://p.example.org/index.html", Query, false, all, key => $"https://p.example.org/{key}.html");

        using IHtmlDocument many = await Html.Open(model);
        using IHtmlDocument none = await Html.Open(model with { Found = [] });
        using IHtmlDocument unasked = await Html.Open(model with { Query = "", Found = [] });

        Assert.All(new[] { many, none, unasked }, p => Html.HoldsForEveryPage(p, language));
        Assert.All(new[] { many, none, unasked }, Html.EveryControlHasALabel);
        Assert.Equal(Query, many.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal(50, many.QuerySelectorAll(".found li").Length);
        Assert.Contains(Wording.For(language).Format("public.found.many", ("most", 50)), many.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.For(language)["public.found.none"], none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(unasked.GetElementById("found"));
        Assert.Null(many.QuerySelector("form")!.GetAttribute("action"));
    }
}
