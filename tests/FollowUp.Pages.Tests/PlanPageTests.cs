using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class PlanPageTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_plan_shows_all_that_it_holds(string language)
    {
        PublishedPlan plan = Plans.Small;
        using IHtmlDocument page = await Html.Open(Plans.Page(plan, language));

        Html.HoldsForEveryPage(page, language);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        string text = page.Body!.TextContent;
        PublishedRecommendation[] recommendations = [.. plan.Clusters.SelectMany(c => c.Recommendations)];
        string[] held =
        [
            plan.Title, plan.Country, plan.Symbol,
            .. recommendations.SelectMany(r => new[] { r.Citation, r.Heading, r.Uncertain, r.Responsible, r.ReiteratedFrom }).OfType<string>(),
            .. recommendations.SelectMany(r => r.Actions).SelectMany(a => new[] { a.Text, a.Strategy, a.Indicator, a.Resources }).OfType<string>(),
            .. recommendations.SelectMany(r => r.Commitments).SelectMany(c => new[] { c.Action, c.Organisation }),
            .. recommendations.SelectMany(r => r.Monitoring).SelectMany(m => new[] { m.Strategy, m.Organisation, m.Indicator }).OfType<string>(),
            .. recommendations.SelectMany(r => r.Progress).SelectMany(p => new[] { p.Organisation, p.Hindrance }).OfType<string>(),
        ];
        Assert.All(held, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.Contains("2032", text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/law.pdf", page.QuerySelector("table a")!.GetAttribute("href"));
        Assert.Equal("nofollow noopener noreferrer", page.QuerySelector("table a")!.GetAttribute("rel"));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task An_empty_plan_says_so_in_words(string language)
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Plans.Empty, language));

        Html.HoldsForEveryPage(page, language);
        Assert.Contains(Wording.For(language)["plan.empty"], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.For(language)["plan.answered.none"], page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll(".figures dt").Length);
    }

    [Fact]
    public async Task Every_recommendation_can_be_linked_to_and_every_cluster_is_in_the_contents()
    {
        PublishedPlan plan = Plans.Large(100);
        using IHtmlDocument page = await Html.Open(Plans.Page(plan, "en"));

        Assert.All(plan.Clusters.SelectMany(c => c.Recommendations), r => Assert.Equal("ARTICLE", page.GetElementById(PlanPageModel.Anchor(r.Key))?.TagName));
        Assert.All(page.QuerySelectorAll(".toc a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(plan.Clusters.Count, page.QuerySelectorAll(".toc a").Length);
        Assert.Equal("r-9-a", PlanPageModel.Anchor("9-a"));
    }

    [Fact]
    public async Task A_text_that_is_not_translated_is_marked_with_its_own_language()
    {
        using IHtmlDocument khmer = await Html.Open(Plans.Page(Plans.Small, "km"));
        using IHtmlDocument arabic = await Html.Open(Plans.Page(Plans.Small, "ar"));

        Assert.Null(khmer.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Contains(Wording.For("km")["recommendation.informal"], khmer.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("en", "ltr"), (arabic.QuerySelector("blockquote")!.GetAttribute("lang")!, arabic.QuerySelector("blockquote")!.GetAttribute("dir")!));
        Assert.Contains(Wording.For("ar")["recommendation.untranslated"], arabic.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_stand_side_by_side_and_proposals_are_counted_by_kind_of_organisation()
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Plans.Small, "en"));

        Assert.Equal(["Government", "NGO coalition"], page.QuerySelectorAll("tbody th").Select(th => th.FirstChild!.TextContent));
        Assert.Equal(["Under way", "Not started"], page.QuerySelectorAll("tbody tr td:nth-of-type(1)").Select(td => td.TextContent.Trim()));
        Assert.Contains(page.QuerySelectorAll("dd"), dd => dd.TextContent == "ministries: 2, national NGOs: 1");
    }

    [Fact]
    public async Task The_page_leads_to_the_other_languages_and_to_the_data()
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Plans.Small, "en"));
        string[] links = [.. page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];

        Assert.Superset(new HashSet<string> { "whole.fr.html", "whole.km.html", "whole.ar.html", "plan.json", "plan.csv", "../index.en.html" }, links.ToHashSet());
        Assert.DoesNotContain(page.QuerySelectorAll(".languages a"), a => a.GetAttribute("href") == "whole.en.html");
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task All_that_was_settled_about_a_recommendation_is_on_the_page_and_in_the_document(string language)
    {
        PublishedPlan plan = Plans.Settled;
        using IHtmlDocument page = await Html.Open(Plans.Page(plan, language));
        byte[] document = PlanDocument.Write(plan, language);

        Html.HoldsForEveryPage(page, language);
        string text = page.Body!.TextContent;
        string[] held =
        [
            "Child Rights Now (" + Wording.For(language)["support.not-confirmed"], Wording.For(language)["dispute.kinds-disagree-on-priority"],
            Wording.For(language)["responsibility.not-confirmed"], "UNICEF", "Save the Children", "Write to the Council", "2031",
        ];
        string words = Documents.TextOf(document);
        Assert.All(held, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.All(held, s => Assert.Contains(s, words, StringComparison.Ordinal));
        Assert.Empty(Documents.Faults(document));
        Assert.All(plan.Changes, c => Assert.Contains(new PlanWording(Wording.For(language)).Change(c), text, StringComparison.Ordinal));
        Assert.All(plan.Changes, c => Assert.Contains(new PlanWording(Wording.For(language)).Change(c), words, StringComparison.Ordinal));
        Assert.Equal(ChangeKinds.All.Order(), plan.Changes.Select(c => c.Kind).Order());
    }

    [Fact]
    public async Task A_draft_shows_first_what_is_disputed_and_says_why_and_the_ids_that_decisions_name()
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Plans.Settled, "en") with { Draft = true });

        string text = page.Body!.TextContent;
        Assert.InRange(text.IndexOf("kinds of organisations disagree on its priority", StringComparison.Ordinal), 0, text.IndexOf("Contents", StringComparison.Ordinal));
        Assert.Contains("a-0123456789ab", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_that_it_is_one_and_is_not_for_search_engines()
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Plans.Small, "en") with { Draft = true });

        Assert.Contains("draft", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content^=noindex]"));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_index_leads_to_the_newest_version_in_every_language(string language)
    {
        PlanVersion[] versions =
        [
            .. new[] { 2, 10, 1 }.Select(n => new PlanVersion(n, FormPages.Closes.AddDays(n), [.. Plans.Pages.Select(p => p with { Href = $"v{n}/{p.Href}" })])),
        ];
        using IHtmlDocument page = await Html.Open(new PlansIndexModel("Children’s rights", "Cambodia", language, "Asia/Phnom_Penh", versions));

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(
            ["v10/index.en.html", "v10/index.fr.html", "v10/index.km.html", "v10/index.ar.html"],
            page.QuerySelectorAll(".newest a").Select(a => a.GetAttribute("href")));
        Assert.Equal(3, page.QuerySelectorAll(".versions li").Length);
        Assert.Contains("10", page.QuerySelector(".versions li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_version_the_index_says_that_there_is_none()
    {
        using IHtmlDocument page = await Html.Open(new PlansIndexModel("Children’s rights", "Cambodia", "en", "Asia/Phnom_Penh", []));

        Assert.Contains("No plan has been published yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_index_leads_to_progress_to_the_closing_report_to_the_feed_and_to_other_cycles(string language)
    {
        PlanVersion version = new(3, FormPages.Closes, Plans.Pages, []) { Progress = [new(language, "v3/progress.html")] };
        using IHtmlDocument page = await Html.Open(new PlansIndexModel("Children’s rights", "Cambodia", language, "Asia/Phnom_Penh", [version])
        {
            Closing = [new(language, "closing-report/index.html")],
            Feed = "feed.atom",
            Previous = new("Children’s rights 2025", "../khm-2025/index.html"),
            Next = [new("Children’s rights 2035", "../khm-2035/index.html")],
        });

        Html.HoldsForEveryPage(page, language);
        Assert.Superset(
            new HashSet<string> { "v3/progress.html", "closing-report/index.html", "feed.atom", "../khm-2025/index.html", "../khm-2035/index.html" },
            page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToHashSet());
        Assert.Contains("Children’s rights 2025", page.QuerySelector("a[rel=prev]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("feed.atom", page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_small_plan_is_as_approved() =>
        Approved.Matches("small-plan.en.html", Lines(await Rendering.Pages.RenderAsync(Plans.Page(Plans.Small, "en"))));

    /// <summary>An element a line, without the style sheet, so that a change can be read.</summary>
    private static string Lines(string html) =>
        html.Replace(PageStyle.Published, "", StringComparison.Ordinal)
            .Replace(PageEncoding.Html.Encode(PageStyle.PublishedContentSecurityPolicy), "(policy)", StringComparison.Ordinal)
            .Replace("><", ">\n<", StringComparison.Ordinal)
            .ReplaceLineEndings("\n") + "\n";
}
