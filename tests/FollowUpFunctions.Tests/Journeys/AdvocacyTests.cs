using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class AdvocacyTests(AzuriteFixture azurite)
{
    private const double Interval = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_the_plan_names_is_written_to_until_they_confirm_and_then_until_it_is_done()
    {
        await using Story story = await PublishedAsync();
        await story.GoToDayAsync(Letters(1));

        Person ministry = story.Person(Party.Ministry);
        Letter first = Assert.Single(await story.Mails.ReadAsync("letters-1", "invitation"), l => l.To == Party.Ministry.Email);
        Assert.Contains("CRC/C/TST/CO/4 ¶11", first.Text, StringComparison.Ordinal);
        await ministry.AnswerAsync(("reply", "accept"));
        await story.GoToDayAsync(Letters(2));

        Assert.Equal(ResponsibilityState.Accepted, (await ItemAsync(story, "11")).Responsibility.State);
        Assert.Single(await story.Mails.ReadAsync("letters-2", "invitation"), l => l.To == Party.Ministry.Email);
        await ministry.AnswerAsync(("status", "done"));
        await story.GoToDayAsync(Letters(3));

        Assert.DoesNotContain(await story.Mails.ReadAsync("letters-3", "invitation"), l => l.Text.Contains("¶11 ", StringComparison.Ordinal));
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.LettersAnswered, Subject: "letters-2" });
    }

    [Fact]
    public async Task Where_the_coalition_has_no_ties_the_ministry_in_charge_is_written_to_and_the_coordinator_told()
    {
        await using Story story = await PublishedAsync();

        LettersReport report = await LettersAsync(story);

        // At nine in the morning in Phnom Penh.
        Assert.Equal(Schedule.Day(Letters(1)).AddHours(-6), report.Next);
        NoTies noTies = Assert.Single(report.WithoutTies);
        Assert.Equal(("13", "Ministry of Planning", "Provincial Department of Testville"), (noTies.Recommendation, noTies.Responsible, Assert.Single(noTies.WriteTo)));
        Assert.StartsWith("Where there are no strong ties", noTies.Advice, StringComparison.Ordinal);
        await story.GoToDayAsync(Letters(1));
        Letter letter = Assert.Single(await story.Mails.ReadAsync("letters-1", "invitation"), l => l.To == Party.Province.Email);
        Assert.Contains("¶13", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_a_document_too_for_the_coordinator_and_behind_the_personal_link()
    {
        await using Story story = await PublishedAsync();
        await story.GoToDayAsync(Letters(1));
        string address = (await story.Person(Party.Ministry).NewestMailAsync()).Links.Single(l => l.EndsWith("/letter.docx", StringComparison.Ordinal));

        using HttpResponseMessage behindLink = await story.App.Anybody.GetAsync(address, Cancellation);
        using HttpResponseMessage forCoordinator = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/letters/{Party.Ministry.Id}");
        using HttpResponseMessage forged = await story.App.Anybody.GetAsync(address.Replace("/letter.docx", "x/letter.docx", StringComparison.Ordinal), Cancellation);

        Assert.Equal(LetterWriting.Word, behindLink.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-store", behindLink.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(LetterWriting.Word, forCoordinator.Content.Headers.ContentType!.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Letters_end_with_the_cycle()
    {
        await using Story story = await PublishedAsync();
        await story.GoToDayAsync(Schedule.SecondProgress.Closes + 1);

        CycleReport report = await story.Coordinator.ReportAsync();

        Assert.NotNull(report.EndedAt);
        Assert.All(report.Rounds, r => Assert.Equal("closed", r.State));
        Assert.Equal(10, report.Rounds.Count(r => r.Id.StartsWith("letters-", StringComparison.Ordinal)));
        Assert.Null((await LettersAsync(story)).Next);
    }

    [Fact]
    public async Task A_cancelled_cycle_writes_no_more()
    {
        await using Story story = await PublishedAsync();
        await story.GoToDayAsync(Letters(1));
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.GoToDayAsync(Letters(2));

        Assert.Empty(await story.Mails.ReadAsync("letters-2", "invitation"));
        Assert.NotNull((await story.Coordinator.ReportAsync()).EndedAt);
    }

    private static double Letters(int number) => Schedule.Responsibility.Closes + (Interval * number);

    /// <summary>The plan is out: the ministry stands for 11 and has not confirmed, nobody that can be reached stands for 13.</summary>
    private async Task<Story> PublishedAsync()
    {
        JsonObject body = new CycleBuilder().Build();
        body["letters"] = new JsonObject { ["every"] = "30.00:00:00", ["inCharge"] = new JsonArray(Party.Province.Id) };
        Story story = await Story.BeginAsync(azurite, body);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await story.Person(Party.Ngo).AnswerAsync(("recommendations", "11"), ("recommendations", "13"), ("action", "Count every school"), ("lead@11", "Ministry of Children"), ("lead@13", "Ministry of Planning"));
        await story.GoToDayAsync(Schedule.Consultation.Closes);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 1);
        return story;
    }

    private static async Task<PlanItem> ItemAsync(Story story, string recommendation)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/plan");
        return JsonSerializer.Deserialize<List<PlanItem>>(await response.Content.ReadAsStringAsync(Cancellation), RowDocument.Json)!.Single(i => i.Recommendation == recommendation);
    }

    private static async Task<LettersReport> LettersAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/letters");
        return JsonSerializer.Deserialize<LettersReport>(await response.Content.ReadAsStringAsync(Cancellation), RowDocument.Json)!;
    }
}
