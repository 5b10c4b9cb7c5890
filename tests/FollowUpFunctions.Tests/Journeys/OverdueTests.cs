using System.Text.Json;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class OverdueTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_lets_a_deadline_go_by_is_asked_reminded_and_then_the_coordinators_have_a_letter_ready_once()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        Assert.Contains((await story.Coordinator.ReportAsync()).Planned, p => p.Id == ProgressStory.DueRound);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);

        Assert.Equal([Party.Ministry.Email, Party.Ngo.Email], (await story.Mails.ReadAsync(ProgressStory.DueRound, "invitation")).Select(m => m.To).Order());
        Waiting waiting = Assert.Single((await story.Coordinator.ReportAsync()).Waiting, w => w.What == "overdue");
        Assert.Equal((Party.Ministry.Organisation, 1), (waiting.For, waiting.Count));
        await story.Person(Party.Ngo).AnswerAsync(("status", "not-started"));
        await story.GoToDayAsync(ProgressStory.Due + 14);

        Assert.Equal([Party.Ministry.Email], (await story.Mails.ReadAsync(ProgressStory.DueRound, "reminder")).Select(m => m.To));
        Letter told = Assert.Single(await story.Mails.ReadAsync(RoundKinds.PlanReview.Id, "overdue"));
        Assert.Equal(Schedule.CoordinatorEmail, told.To);
        Assert.Contains("¶11, due 10 May 2031 (no answer)", told.Text, StringComparison.Ordinal);
        string ready = Assert.Single(told.Links, l => l.EndsWith($"/letters/{Party.Ministry.Id}", StringComparison.Ordinal));
        using HttpResponseMessage behind = await story.App.Anybody.GetAsync(ready, Cancellation);
        Assert.Equal(LetterWriting.Word, behind.Content.Headers.ContentType!.MediaType);
        using HttpResponseMessage forged = await story.App.Anybody.GetAsync(ready.Replace("/plan-review/", "/draft-review/", StringComparison.Ordinal), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, forged.StatusCode);
        using HttpResponseMessage letter = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/letters/{Party.Ministry.Id}");
        Assert.Equal(LetterWriting.Word, letter.Content.Headers.ContentType!.MediaType);
        OverdueReport overdue = Assert.Single(await OverdueAsync(story));
        Assert.Equal(("11", ProgressStory.DueRound, null), (overdue.Recommendation, overdue.Round, overdue.Status));
        Assert.NotNull(overdue.ToldAt);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.OverdueEscalated, Subject: ProgressStory.DueRound });

        // The next round asks again; the coordinators know already.
        await story.GoToDayAsync(Schedule.FirstProgress.Closes + 1);
        Assert.Single(await story.Mails.ReadAsync(RoundKinds.PlanReview.Id, "overdue"));
        Assert.NotNull((await story.App.Cycles.Rounds.FindAsync(new(story.Cycle, "progress-1"), Cancellation))!.SettledAt);
    }

    [Fact]
    public async Task Whoever_says_that_it_is_done_in_time_is_not_asked_again_at_the_deadline_nor_told_on()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        await story.Person(Party.Ministry).AnswerAsync(("status", "done"));
        await story.Person(Party.Ngo).AnswerAsync(("status", "done-without-effect"));
        await story.GoToDayAsync(ProgressStory.Due + 14);

        Assert.Empty(await story.Mails.ReadAsync(RoundKinds.PlanReview.Id, "overdue"));
        Assert.Empty(await OverdueAsync(story));
        Assert.True(FollowUp.Domain.Plans.StatusViews.IsContested(await story.Coordinator.ItemAsync("11")));
        Assert.Contains($"v{(await story.Coordinator.ReportAsync()).Plan!.Version}/plan.json", await story.Plans.FilesAsync());
    }

    [Fact]
    public async Task A_round_about_deadlines_that_waits_to_open_ends_with_the_cycle()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.GoToDayAsync(ProgressStory.Due - 20);

        Assert.NotNull((await story.Coordinator.ReportAsync()).EndedAt);
        await story.GoToDayAsync(ProgressStory.Due + 1);
        Assert.Empty(await story.Mails.ReadAsync(ProgressStory.DueRound, "invitation"));
    }

    [Fact]
    public async Task Progress_is_asked_for_every_quarter_where_the_calendar_says_only_until_when()
    {
        System.Text.Json.Nodes.JsonObject body = new CycleBuilder { Rounds = Schedule.Rounds.Where(r => !r.Key.StartsWith("progress", StringComparison.Ordinal)).ToDictionary() }.Build();
        body["progressUntil"] = "2032-03-31";

        await using Story story = await Story.BeginAsync(azurite, body);

        Assert.Equal(
            ["progress-1", "progress-2", "progress-3", "progress-4"],
            (await story.Coordinator.ReportAsync()).Planned.Select(p => p.Id).Where(id => id.StartsWith("progress", StringComparison.Ordinal)));
        await story.Coordinator.DecideAsync(Decision.Postpone("progress-1", 170));
        Assert.Equal(Schedule.Day(170), (await story.Coordinator.ReportAsync()).Planned.First(p => p.Id == "progress-1").Opens);
    }

    [Theory]
    [InlineData("often", "2032-03-31", "/progressEvery")]
    [InlineData("30.00:00:00", null, "/progressUntil")]
    [InlineData(null, "soon", "/progressUntil")]
    [InlineData("91.00:00:00", "2031-03-20", "/progressUntil")]
    [InlineData("7.00:00:00", "2034-01-01", "/progressEvery")]
    public async Task An_interval_that_makes_no_sense_is_refused_with_what_to_mend(string? every, string? until, string pointer)
    {
        await using TestApp app = await TestApp.StartAsync(azurite, new());
        System.Text.Json.Nodes.JsonObject body = new CycleBuilder { Rounds = Schedule.Rounds.Where(r => !r.Key.StartsWith("progress", StringComparison.Ordinal)).ToDictionary() }.Build();
        body["progressEvery"] = every;
        body["progressUntil"] = until;

        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles?dryRun=true", new StringContent(body.ToJsonString()), Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{pointer}\"", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<OverdueReport>> OverdueAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/overdue");
        return JsonSerializer.Deserialize<List<OverdueReport>>(await response.Content.ReadAsStringAsync(Cancellation), RowDocument.Json)!;
    }
}
