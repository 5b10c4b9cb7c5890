using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class PostponingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_round_that_waits_for_its_opening_opens_at_the_postponed_time()
    {
        await using Story story = await Story.BeginAsync(azurite);

        await story.Coordinator.DecideAsync(Decision.Postpone("workshop-invitation", 4));
        await story.GoToDayAsync(3);
        Assert.Empty((await story.Coordinator.ReportAsync()).Rounds);
        Assert.Empty(await story.Mails.ReadAsync());
        await story.GoToDayAsync(4);

        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal(("open", Schedule.Day(4), Schedule.Day(10)), (round.State, round.Opens, round.Closes));
        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.Equal(Schedule.Day(11), report.Meetings.Single(m => m.Id == "workshop").Starts);
        Assert.Equal(Schedule.Day(Schedule.Consultation.Opens + 3), report.Planned.Single(p => p.Id == "consultation").Opens);
        Letter letter = (await story.Mails.ReadAsync("workshop-invitation", "invitation"))[0];
        Assert.Equal(Schedule.Day(11), Entry.Of(letter).Starts);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.CalendarPostponed, Subject: "workshop-invitation" });
    }

    [Fact]
    public async Task A_postponed_workshop_leaves_the_open_invitation_its_time_and_tells_those_who_were_invited()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        Letter invitation = await story.Person(Party.Ministry).NewestMailAsync();

        await story.Coordinator.DecideAsync(Decision.Postpone("workshop", 15));
        await story.Time.SettleAsync();

        Letter moved = await story.Person(Party.Ministry).NewestMailAsync();
        Assert.Equal("meeting-moved", moved.Kind);
        Assert.Equal(Entry.Of(invitation) with { Sequence = 1, Starts = Schedule.Day(15) }, Entry.Of(moved));
        Assert.Equal(Schedule.Day(Schedule.WorkshopInvitation.Closes), (await story.Coordinator.RoundAsync("workshop-invitation")).Closes);
        Assert.Equal(
            Schedule.Day(Schedule.Commitments.Opens + 7), (await story.Coordinator.ReportAsync()).Planned.Single(p => p.Id == "commitments").Opens);
    }

    [Fact]
    public async Task A_round_that_has_not_opened_is_extended_as_far_as_what_follows_it()
    {
        await using Story story = await Story.BeginAsync(azurite);

        await story.Coordinator.DecideAsync(Decision.Extend("consultation", 30.5));
        using HttpResponseMessage tooLong = await story.Coordinator.TryDecideAsync(Decision.Extend("consultation", 32));

        Assert.Equal(Schedule.Day(30.5), (await story.Coordinator.ReportAsync()).Planned.Single(p => p.Id == "consultation").Closes);
        Assert.Equal(409, (int)tooLong.StatusCode);
        Assert.Contains("Postpone", await tooLong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_carried_out_twice_moves_the_calendar_once()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.Coordinator.DecideAsync(Decision.Postpone("commitments", 12));
        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9, "Library"));

        foreach (DecisionOnRecord decision in await story.App.Service<DecisionsTable>().ListAsync(story.Cycle, TestContext.Current.CancellationToken))
            await story.App.Service<Decisions.DecisionTaking>().CarryOutAsync(story.App.Host.Durable, story.Cycle, decision, TestContext.Current.CancellationToken);

        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.Equal(Schedule.Day(12), report.Planned.Single(p => p.Id == "commitments").Opens);
        Assert.Equal((Schedule.Day(9), "Library", 1), report.Meetings.Where(m => m.Id == "workshop").Select(m => (m.Starts, m.Place, m.Changes)).Single());
    }
}
