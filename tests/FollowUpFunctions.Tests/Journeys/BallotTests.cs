using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Ballots;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Three people of civil society in one sub-group, with all six recommendations of Testland.</summary>
public sealed class BallotTests(AzuriteFixture azurite)
{
    private const double Opens = 61;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_come_rank_alone_and_by_hands_and_the_rapporteur_meets_the_recommendations_in_their_order()
    {
        await using Story story = await RankingAsync();
        await story.Person(Party.International).AnswerAsync(("order~16-a", "1"), ("order~15", "2"), ("order~14-a", "2"));
        await story.Person(Party.Youth).AnswerAsync(("order~15", "1"), ("order~16-a", "១"));
        await HandsAsync(story, ("order~13", "1"), ("order~16-a", "2"), ("people", "2"), ("another", "yes"), ("order-2~16-a", "1"), ("people-2", "1"), ("another-2", "no"));

        await story.GoToDayAsync(Schedule.MonitoringPlan.Opens);

        GroupRanking ranking = Assert.Single(await RankingsAsync(story));
        Assert.Equal(("monitoring-2", 2, 3), (ranking.Group, ranking.Ballots, ranking.Hands));
        Assert.Equal(["16-a", "13", "15", "14-a", "11", "12-a"], ranking.Recommendations.Select(r => r.Key));
        Assert.Equal([1, 2, 2, 4, 5, 5], ranking.Recommendations.Select(r => r.Place));
        WebPage plan = await story.Person(Party.Ngo).GetAsync((await story.Mails.ReadAsync("monitoring-plan", "invitation")).Single().Form);
        Assert.Contains("16(a)", plan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ballot_is_read_back_on_the_check_page_and_can_be_changed_until_the_end()
    {
        await using Story story = await RankingAsync();
        Person person = story.Person(Party.International);
        WebPage check = await person.FillInAsync(await person.OpenAsync(), ("order~16-a", "2"), ("order~11", "1"), ("order~15", "2"));

        Assert.Equal(["1. ¶11 Matter 1", "2. ¶15 Matter 5", "2. ¶16(a) Matter 6"], check.Document.QuerySelectorAll(".places li").Select(li => li.TextContent.Trim()));
        WebPage receipt = await person.PressAsync(check, "send");
        Assert.True(receipt.IsReceipt);
        WebPage again = await person.GetAsync(receipt.Address.Replace("/receipt", "/order", StringComparison.Ordinal));
        Assert.Equal("2", again.Fields["order~16-a"].Single());
    }

    [Theory]
    [InlineData("99", "from 1 to 6", "order~11", "7")]
    [InlineData("-1", "from 1 to 6", "order~11", "-1")]
    [InlineData("letters", "from 1 to 6", "order~11", "first")]
    [InlineData("twice", "one place", "order~11", "1", "order~11", "2")]
    [InlineData("forged", "only the recommendations of your sub-group", "order~99-z", "1")]
    [InlineData("nothing", "needs an answer")]
    public async Task What_is_no_order_is_refused_with_a_sentence_and_nothing_is_sent(string why, string sentence, params string[] typed)
    {
        await using Story story = await RankingAsync();
        Person person = story.Person(Party.International);

        WebPage page = await person.ContinueAsync(await person.OpenAsync(), [.. typed.Chunk(2).Select(t => (t[0], t[1]))]);
        WebPage check = await person.OpenAsync("/check");
        WebPage sent = check.Action is null ? check : await person.PressAsync(check, "send");

        Assert.True(page.Errors.Count == 1 && page.Errors[0].Contains(sentence, StringComparison.Ordinal), $"{why}: {string.Join(' ', page.Errors)}");
        Assert.False(sent.IsReceipt);
        Assert.Equal(0, (await story.Coordinator.ReportAsync()).Rounds.Single(r => r.Id == "ballot").Answered);
    }

    [Fact]
    public async Task Young_people_find_the_helpline_on_every_page_of_their_ballot_and_nothing_is_kept_before_they_say_so()
    {
        await using Story story = await RankingAsync(new() { Children = CycleBuilder.Safety });
        Person youth = story.Person(Party.Youth);
        WebPage ballot = await youth.OpenAsync();
        WebPage check = await youth.FillInAsync(ballot, ("order~11", "1"));
        WebPage receipt = await youth.PressAsync(check, "send");
        WebPage grown = await story.Person(Party.International).OpenAsync();

        Assert.All([ballot, check, receipt], page => Assert.NotNull(page.Document.QuerySelector("a[href='tel:1280']")));
        Assert.Null(ballot.Document.QuerySelector("script"));
        Assert.Null(grown.Document.QuerySelector("a[href^='tel:']"));
        Assert.NotNull(grown.Document.QuerySelector("script"));
    }

    [Fact]
    public async Task A_late_ballot_is_kept_and_not_counted()
    {
        await using Story story = await RankingAsync();
        await story.Person(Party.International).AnswerAsync(("order~16-a", "1"));
        await story.GoToDayAsync(Schedule.MonitoringPlan.Opens + 1);
        WebPage receipt = await story.Person(Party.Youth).AnswerAsync(("order~11", "1"));

        Assert.Contains(FollowUp.Pages.Wording.For("en")["receipt.late"], receipt.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await story.Coordinator.ReportAsync()).Rounds.Single(r => r.Id == "ballot").Late);
        Assert.Equal(1, (await RankingsAsync(story)).Single().Ballots);
    }

    [Fact]
    public async Task Where_nobody_votes_there_is_no_ranking_and_the_order_is_that_of_importance()
    {
        await using Story story = await RankingAsync();
        await story.GoToDayAsync(Schedule.MonitoringPlan.Opens);

        Assert.Empty(await RankingsAsync(story));
        Assert.Equal(["11", "12-a", "13", "14-a", "15", "16-a"], Assert.Single(await GroupsAsync(story)).Recommendations.Select(r => r.Key));
    }

    [Fact]
    public async Task Where_nobody_comes_nobody_is_asked_to_rank_and_the_cycle_goes_on()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ToMonitoringAsync(story);
        await story.GoToDayAsync(Schedule.MonitoringPlan.Closes + 1);

        string[] rounds = [.. (await story.Coordinator.ReportAsync()).Rounds.Select(r => r.Id)];
        Assert.DoesNotContain("ballot", rounds);
        Assert.DoesNotContain("show-of-hands", rounds);
        Assert.Contains("monitoring-plan", rounds);
        Assert.Contains("v2/plan.json", await story.Plans.FilesAsync());
    }

    [Fact]
    public async Task Nobody_reads_the_ballots_of_others_and_hands_may_be_recorded_for_the_rapporteur()
    {
        await using Story story = await RankingAsync();
        await story.Person(Party.International).AnswerAsync(("order~16-a", "1"));

        using HttpResponseMessage ballots = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/rounds/ballot/answers");
        using HttpResponseMessage hands = await story.Coordinator.PostAsync($"cycles/{story.Cycle}/rounds/show-of-hands/answers", new JsonObject
        {
            ["who"] = "ngo", ["how"] = "meeting", ["note"] = "Counted in the room",
            ["answers"] = new JsonObject { ["voted"] = "yes", ["order"] = new JsonArray("11=1", "13=2"), ["people"] = "7" },
        });
        using HttpResponseMessage bad = await story.Coordinator.PostAsync($"cycles/{story.Cycle}/rounds/show-of-hands/answers", new JsonObject
        {
            ["who"] = "ngo", ["how"] = "meeting", ["note"] = "Counted in the room",
            ["answers"] = new JsonObject { ["voted"] = "yes", ["order"] = new JsonArray("11=9"), ["people"] = "7" },
        });
        await story.GoToDayAsync(Schedule.MonitoringPlan.Opens);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.BadRequest), (ballots.StatusCode, hands.StatusCode, bad.StatusCode));
        Assert.Contains("from 1 to 6", await bad.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal((1, 7), ((await RankingsAsync(story)).Single().Ballots, (await RankingsAsync(story)).Single().Hands));
    }

    [Fact]
    public async Task Young_people_rank_in_plain_words_where_the_coordinators_wrote_them()
    {
        await using Story story = await RankingAsync();
        await story.Coordinator.DecideAsync(Decision.PlainWords("11", ("en", "Tell everybody about children's rights.")));
        await story.Coordinator.DecideAsync(Decision.PlainWords("12-a", ("km", "ភាសាខ្មែរ")));

        WebPage young = await story.Person(Party.Youth).OpenAsync();
        WebPage adult = await story.Person(Party.International).OpenAsync();

        Assert.Contains("Tell everybody about children's rights.", young.Text, StringComparison.Ordinal);
        Assert.Contains("take up matter 2", young.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("take up matter 1.", young.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tell everybody", adult.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_they_rank_people_are_moved_between_sub_groups_and_the_rapporteur_is_changed()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ToMonitoringAsync(story, Party.Ngo, Party.International, Party.Youth);
        await story.GoToDayAsync(Schedule.MonitoringInvitation.Closes + 0.1);
        await story.Coordinator.DecideAsync(new() { ["decision"] = "move", ["who"] = "province", ["group"] = "monitoring-2", ["note"] = "Telephoned" });
        await story.Coordinator.DecideAsync(new() { ["decision"] = "lead", ["meeting"] = "monitoring-workshop", ["who"] = "province" });
        GroupReport moved = Assert.Single(await GroupsAsync(story));
        await story.Coordinator.DecideAsync(new() { ["decision"] = "form-groups", ["meeting"] = "monitoring-workshop" });
        GroupReport anew = Assert.Single(await GroupsAsync(story));
        await story.GoToDayAsync(Opens + 0.1);

        using HttpResponseMessage late = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "move", ["who"] = "ministry", ["group"] = "monitoring-2" });
        using HttpResponseMessage numbered = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "form-groups", ["meeting"] = "monitoring-workshop", ["groups"] = 2 });

        Assert.Equal(("province", "ngo"), (moved.Leader.Who, anew.Leader.Who));
        Assert.Equal(["international", "ngo", "province", "youth"], anew.Members.Select(m => m.Who).Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (late.StatusCode, numbered.StatusCode));
        Assert.Contains("begun to rank", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(4, (await story.Mails.ReadAsync("ballot", "invitation")).Count);
    }

    private async Task<Story> RankingAsync(CycleBuilder? cycle = null)
    {
        Story story = await Story.BeginAsync(azurite, cycle);
        await ToMonitoringAsync(story, Party.Ngo, Party.International, Party.Youth);
        await story.GoToDayAsync(Opens);
        return story;
    }

    // Nobody answers anything before, but the coordinator.
    private static async Task ToMonitoringAsync(Story story, params Party[] coming)
    {
        await story.GoToDayAsync(Schedule.Consultation.Closes);
        await story.Coordinator.ApproveAsync("draft-review");
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await story.Coordinator.ApproveAsync("plan-review");
        await story.GoToDayAsync(Schedule.MonitoringInvitation.Opens);
        foreach (Party party in coming)
            await story.Person(party).AnswerAsync(("attending", "yes"), ("people", "1"), ("cluster", "2"));
    }

    private static async Task HandsAsync(Story story, params (string, string)[] answers)
    {
        Letter letter = (await story.Mails.ReadAsync("show-of-hands", "invitation")).Single();
        Person rapporteur = story.Person(letter.To);
        WebPage check = await rapporteur.FillInAsync(await rapporteur.GetAsync(letter.Form), [("voted", "yes"), .. answers]);
        Assert.True((await rapporteur.PressAsync(check, "send")).IsReceipt);
    }

    private static Task<IReadOnlyList<GroupRanking>> RankingsAsync(Story story) => story.App.Service<RankingsTable>().ListAsync(story.Cycle, Cancellation);

    private static async Task<GroupReport[]> GroupsAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/groups?meeting=monitoring-workshop");
        return (await System.Text.Json.JsonSerializer.DeserializeAsync<GroupReport[]>(await response.Content.ReadAsStreamAsync(Cancellation), RowDocument.Json, Cancellation))!;
    }
}
