using AngleSharp.Html.Dom;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class RankingsTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_plan_shows_the_order_with_its_ties_and_the_pairs_to_count_again(string language)
    {
        using IHtmlDocument page = await Html.Open(Plans.Page(Ranked(Full), language));

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(["1", "1"], page.QuerySelectorAll("#rankings ~ .scroll tbody td:first-child").Select(td => td.TextContent));
        Assert.Equal(["–", "4", "3", "–"], page.QuerySelectorAll("details tbody td").Select(td => td.TextContent));
        Assert.Contains(Wording.For(language).Format("plan.ranking.votes", ("people", 7), ("ballots", 5), ("hands", 2)), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("#rankings ~ .scroll a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task Where_few_voted_only_the_places_are_there_and_it_is_said_why(string language)
    {
        PublishedPlan plan = Ranked(Full with { Ballots = null, Hands = null, Pairwise = null, Recommendations = [.. Full.Recommendations.Select(p => p with { Borda = null })] });
        using IHtmlDocument page = await Html.Open(Plans.Page(plan, language));

        Html.HoldsForEveryPage(page, language);
        Assert.Empty(page.QuerySelectorAll("details"));
        Assert.Contains(Wording.For(language).Format("plan.ranking.few", ("least", 3)), page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void The_document_has_the_same_order_and_is_sound(string language)
    {
        byte[] word = PlanDocument.Write(Ranked(Full), language);

        Assert.Empty(Documents.Faults(word));
        Assert.Contains(Wording.For(language)["plan.rankings"], Documents.TextOf(word), StringComparison.Ordinal);
    }

    private static PublishedRanking Full => new([1], [new("9-b", 1, 4m), new("9-a", 1, 3.5m)]) { Ballots = 5, Hands = 2, Pairwise = [[0, 4], [3, 0]] };

    private static PublishedPlan Ranked(PublishedRanking ranking) => Plans.Small with { Rankings = [ranking] };
}
