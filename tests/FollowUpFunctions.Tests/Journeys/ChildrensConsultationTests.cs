using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class ChildrensConsultationTests(AzuriteFixture azurite)
{
    private const string Round = "children-consultation";

    [Fact]
    public async Task Children_answer_their_words_are_reviewed_published_and_answered_before_the_next_phase()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Assert.Equal([ChildrensGroups.Club, Party.Youth], await InvitedAsync(story, Round));
        Assert.DoesNotContain(Party.Youth, await InvitedAsync(story, "consultation"));
        string youth = await story.AttestAsync(Party.Youth);
        string club = await story.AttestAsync(ChildrensGroups.Club, ("age-band", "14-17"));
        for (int n = 0; n < 5; n++)
            Assert.Equal("Thank you", (await story.Child(n < 3 ? youth : club).AnswerAsync($"Teachers should not beat us, says child {n}", quote: n != 4)).Heading);
        await story.Child(club).AnswerAsync(null, topics: ["other"]);
        WebPage adult = await story.Person(Party.Youth).OpenAsync();
        Assert.Contains("3 of 6", adult.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("beat us", adult.Text, StringComparison.Ordinal);
        Assert.Empty(await story.VoicesAsync());

        await story.FinishAsync(Party.Youth);
        Assert.Equal("The asking is over", (await story.Child(youth).ComeAsync()).Heading);
        await story.FinishAsync(ChildrensGroups.Club);
        await story.GoToDayAsync(Schedule.Consultation.Opens + 0.5);
        Assert.Equal(ClosedBy.Completeness, (await story.Coordinator.RoundAsync(Round)).ClosedBy);

        // The draft waits for a person.
        await story.GoToDayAsync(Schedule.Responsibility.Opens + 3);
        Assert.Equal("open", (await story.Coordinator.RoundAsync("voices-review")).State);
        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == "responsibility");
        JsonArray voices = await story.VoicesAsync();
        Assert.Equal(5, voices.Count);
        Assert.Contains("number", voices[0]!["hints"]!.ToJsonString(), StringComparison.Ordinal);
        string[] ids = [.. voices.OrderBy(v => (string)v!["words"]!, StringComparer.Ordinal).Select(v => (string)v!["id"]!)];
        await story.ReviewAsync(ids[0], "free");
        await story.ReviewAsync(ids[1], "redacted", "Teachers should not beat us");
        await story.ReviewAsync(ids[2], "withheld");
        await story.ReviewAsync(ids[3], "free");
        await story.ReviewAsync(ids[4], "free");
        await story.Time.SettleAsync();
        Assert.Equal(("closed", ClosedBy.Decision), ((await story.Coordinator.RoundAsync("voices-review")).State, (await story.Coordinator.RoundAsync("voices-review")).ClosedBy!.Value));

        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Opens + 30);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"));
        await story.GoToDayAsync(Schedule.Responsibility.Opens + 31);
        string plan = await story.Plans.TextAsync("v1/plan.json");
        Assert.Contains("says child 0", plan, StringComparison.Ordinal);
        Assert.Contains("\"children\":6", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("says child 1", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("says child 2", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("says child 4", plan, StringComparison.Ordinal);
        Assert.Contains("What children said", await story.Plans.TextAsync("v1/index.html"), StringComparison.Ordinal);

        // The phase waits until the children are told.
        await story.GoToDayAsync(Schedule.Responsibility.Opens + 90);
        Assert.Equal("Consultation", (await story.Coordinator.ReportAsync()).Phase);
        Assert.Equal(HttpStatusCode.Conflict, (await story.Coordinator.TryDecideAsync(new() { ["decision"] = "close-round", ["round"] = "tell-children" })).StatusCode);
        Assert.True((await story.Coordinator.RoundAsync("tell-children")).Reminders > 3);
        await story.Coordinator.DecideAsync(new()
        {
            ["decision"] = "tell-children",
            ["texts"] = new JsonObject { ["en"] = "You said: no beating. We wrote it in the plan.", ["km"] = "អ្នកបាននិយាយ" },
        });
        await story.Time.SettleAsync();
        Assert.Equal("MonitoringWorkshop", (await story.Coordinator.ReportAsync()).Phase);
        Letter told = (await story.Mails.ReadAsync(Round, "children-told")).Single(l => l.To == Party.Youth.Email);
        Assert.Contains("no beating", (await story.Person(Party.Youth).GetAsync(told.Form)).Text, StringComparison.Ordinal);
        Assert.Contains("no beating", (await story.Child(youth).ComeAsync()).Text, StringComparison.Ordinal);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.ChildrenTold);
    }

    [Fact]
    public async Task Without_a_safeguarding_contact_children_are_not_asked_and_the_journal_says_why()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);

        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == Round);
        Assert.DoesNotContain(Party.Youth, await InvitedAsync(story, "consultation"));
        JournalEntry entry = (await story.Coordinator.JournalAsync()).Single(e => e.Event == JournalEvents.ChildrenNotAsked);
        Assert.Contains("no safeguarding contact", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_safeguarding_contact_s_address_takes_no_mail_children_are_not_asked()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite, options: new() { Bounces = [CycleBuilder.SafeguardingEmail] });

        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == Round);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.ChildrenNotAsked && e.Detail!.Contains("takes no mail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("consent")]
    [InlineData("adult")]
    [InlineData("children")]
    [InlineData("age-band")]
    public async Task Before_consent_is_attested_whole_no_number_is_given(string missing)
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);

        Assert.Equal("", await story.AttestAsync(Party.Youth, (missing, "")));
        Assert.Equal("", ChildrensGroups.Number(await story.Person(Party.Youth).OpenAsync("/group")));
        Assert.Equal(15, (await story.AttestAsync(Party.Youth)).Length);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.ConsentAttested, Detail: "6 children, 10-13" });
    }

    [Fact]
    public async Task Children_under_the_youngest_age_get_no_number()
    {
        JsonObject safety = CycleBuilder.Safety;
        safety["youngest"] = "10-13";
        await using Story story = await ChildrensGroups.OpenAsync(azurite, safety);

        Assert.Equal("", await story.AttestAsync(Party.Youth, ("age-band", "under-10")));
        Assert.Contains("too young", (await story.Person(Party.Youth).OpenAsync("/group")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_voices_are_taken_than_were_attested_and_the_adult_can_attest_again()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth, ("children", "1"));
        WebPage second = await story.Child(number).FillInAsync("Second", topics: "1");
        await story.Child(number).AnswerAsync("First");

        Assert.Equal("Your group is full", (await story.Child(number).PressAsync(second, FormInput.Send)).Heading);
        Assert.Equal("Your group is full", (await story.Child(number).ComeAsync()).Heading);
        Assert.Equal(number, await story.AttestAsync(Party.Youth, ("children", "2")));
        Assert.Equal("Thank you", (await story.Child(number).PressAsync(second, FormInput.Send)).Heading);
        Assert.Contains("2 of 2", (await story.Person(Party.Youth).OpenAsync("/group")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_twice_is_one_voice_with_the_same_number()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        WebPage page = await child.FillInAsync("Once", topics: "1");

        WebPage[] sent = await Task.WhenAll(child.PressAsync(page, FormInput.Send), child.PressAsync(page, FormInput.Send));

        Assert.Equal(Child.Own(sent[0]), Child.Own(sent[1]));
        Assert.Contains("1 of 6", (await story.Person(Party.Youth).OpenAsync("/group")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_takes_its_voice_back_before_and_after_the_words_were_edited()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        string early = Child.Own(await child.AnswerAsync("Early bird"));
        string late = Child.Own(await child.AnswerAsync("Late owl of room 7"));
        Assert.Equal("Your answers are gone", (await child.TakeBackAsync(early)).Heading);
        Assert.Single((await child.TakeBackAsync(early)).Document.QuerySelectorAll(".errors"));
        Assert.DoesNotContain(await story.EverythingStoredAsync(), row => row.Contains("Early bird", StringComparison.Ordinal));

        await story.FinishAsync(Party.Youth);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.5);
        await story.ReviewAsync((string)(await story.VoicesAsync())[0]!["id"]!, "redacted", "Late owl");
        Assert.Contains(await story.EverythingStoredAsync(), row => row.Contains("Late owl", StringComparison.Ordinal));
        Assert.Equal("Your answers are gone", (await child.TakeBackAsync(late)).Heading);

        Assert.DoesNotContain(await story.EverythingStoredAsync(), row => row.Contains("Late owl", StringComparison.Ordinal));
        Assert.Empty(await story.VoicesAsync());
    }

    [Fact]
    public async Task A_coordinator_may_go_on_without_the_words_that_nobody_has_reviewed()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        for (int n = 0; n < 6; n++)
            await story.Child(number).AnswerAsync($"Unread {n}");
        await story.GoToDayAsync(Schedule.Consultation.Closes + 1);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "go-on"));
        await story.GoToDayAsync(Schedule.Consultation.Closes + 1.5);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 1);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"));
        await story.Time.SettleAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 2);

        foreach (string file in await story.Plans.FilesAsync())
            Assert.DoesNotContain("Unread", await story.Plans.TextAsync(file), StringComparison.Ordinal);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("said", "You said a lot"), ("done", "We read it"), ("not-done", "Not all"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 3);
        Assert.Equal("MonitoringWorkshop", (await story.Coordinator.ReportAsync()).Phase);
        Assert.Contains("We read it", (await story.Child(number).ComeAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_of_a_voice_that_is_not_there_is_refused()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);

        using HttpResponseMessage response = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "review-voice", ["voice"] = "0123", ["verdict"] = "free" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private static async Task<IReadOnlyList<Party>> InvitedAsync(Story story, string round) =>
        [.. (await story.Mails.ReadAsync(round, "invitation")).Select(l => Party.All.Append(ChildrensGroups.Club).Single(p => p.Email == l.To)).OrderBy(p => p.Id, StringComparer.Ordinal)];
}
