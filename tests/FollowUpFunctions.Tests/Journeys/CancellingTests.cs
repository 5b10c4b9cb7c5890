using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class CancellingTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(18)]
    [InlineData(52)]
    [InlineData(100)]
    [InlineData(185)]
    public async Task A_cancelled_cycle_ends_promptly_wherever_it_stands_and_asks_nobody_any_more(double day)
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens < day ? Schedule.WorkshopInvitation.Opens : day);
        if (day > Schedule.WorkshopInvitation.Opens)
            await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "1"));
        await story.GoToDayAsync(day);
        if (day >= 45)
        {
            await story.Coordinator.ApproveAsync("draft-review");
            await story.Time.SettleAsync();
            await story.Coordinator.ApproveAsync("plan-review");
            await story.Time.SettleAsync();
        }

        int? version = (await story.Coordinator.ReportAsync()).Plan?.Version;
        int mails = Asking(await story.Mails.ReadAsync());

        await story.Coordinator.DecideAsync(Decision.CancelCycle("No money"));
        await story.Time.SettleAsync();

        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.Equal("No money", report.Cancelled!.Note);
        Assert.NotNull(report.EndedAt);
        Assert.Empty(report.Planned);
        Assert.Empty(report.Waiting);
        Assert.DoesNotContain(report.Rounds, r => r.State == "open");
        Assert.Empty(await RunningAsync(story));
        await story.GoToDayAsync(day + 30);
        Assert.Equal(mails, Asking(await story.Mails.ReadAsync()));
        Assert.Equal(version, (await story.Coordinator.ReportAsync()).Plan?.Version);
    }

    [Fact]
    public async Task An_open_round_ends_without_a_result_and_its_forms_say_that_nothing_is_asked_any_more()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "1"));
        WebPage form = await story.Person(Party.Ngo).OpenAsync();

        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.Time.SettleAsync();
        IReadOnlyList<string> before = await story.EverythingStoredAsync();
        WebPage pressed = await story.Person(Party.Ngo).ContinueAsync(form, ("attending", "yes"), ("people", "1"));
        WebPage opened = await story.Person(Party.Ministry).OpenAsync();

        Assert.Contains(FollowUp.Pages.Wording.For("km")["message.cancelled.title"], pressed.Text, StringComparison.Ordinal);
        Assert.Contains("This follow-up was cancelled", opened.Text, StringComparison.Ordinal);
        Assert.Equal(before, await story.EverythingStoredAsync());
        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal(("closed", ClosedBy.Cancellation, 1), (round.State, round.ClosedBy, round.Answered));
        Assert.All(await story.App.Invitations.PageAsync(new(story.Cycle, "workshop-invitation", 0), Cancellation), i => Assert.Null(i.Frozen));
    }

    [Fact]
    public async Task Those_who_were_invited_to_a_meeting_to_come_are_told_that_it_is_off()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);

        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.GoToDayAsync(9);

        IReadOnlyList<Letter> letters = await story.Mails.ReadAsync("workshop-invitation", "meeting-cancelled");
        Assert.Equal(Party.All.Select(p => p.Email).Order(), letters.Select(l => l.To).Order());
        Assert.All(letters, l => Assert.Equal(("CANCEL", 1), (Entry.Of(l).Method, Entry.Of(l).Sequence)));
        Assert.Contains("Nothing more is asked of you", letters.Single(l => l.To == Party.Ministry.Email).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_cycle_takes_no_decision_and_is_not_restarted()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.Time.SettleAsync();

        using HttpResponseMessage decision = await story.Coordinator.TryDecideAsync(Decision.Postpone("workshop", 20));
        using HttpResponseMessage restart = await story.Coordinator.PostAsync($"cycles/{story.Cycle}/restart", new System.Text.Json.Nodes.JsonObject());

        Assert.Equal((409, 409), ((int)decision.StatusCode, (int)restart.StatusCode));
        Assert.Contains("was cancelled", await restart.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_died_after_the_decision_was_written_is_finished_by_the_sweeper(bool carriedOut)
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        DecisionOnRecord decision = new("the-end", "cancel-cycle", story.Time.Now);
        await story.App.Service<DecisionsTable>().AddAsync(story.Cycle, decision, Cancellation);
        if (carriedOut)
        {
            await new Decisions.Kinds.CancelCycle(story.App.Cycles).CarryOutAsync(story.Cycle, decision, Cancellation);
            await story.App.Service<DecisionsTable>().MarkCarriedOutAsync(story.Cycle, decision.Id, story.Time.Now, Cancellation);
        }

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.02);

        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.NotNull(report.Cancelled);
        Assert.NotNull(report.EndedAt);
        Assert.Empty(await RunningAsync(story));
        Assert.Equal(Party.All.Count, (await story.Mails.ReadAsync("workshop-invitation", "meeting-cancelled")).Count);
    }

    [Fact]
    public async Task A_cycle_whose_orchestration_is_gone_is_ended_by_the_sweeper()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        await story.App.StopAsync();
        await story.App.DeleteTaskHubAsync();
        await story.App.StartAgainAsync();
        story.Time.Begin(story.App.Host.Clock);

        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.02);

        Assert.NotNull((await story.Coordinator.ReportAsync()).EndedAt);
        Assert.Empty(await RunningAsync(story));
    }

    private static int Asking(IReadOnlyList<Letter> letters) => letters.Count(l => l.Kind != "meeting-cancelled");

    private static async Task<IReadOnlyList<string>> RunningAsync(Story story)
    {
        List<string> running = [];
        string[] instances =
        [
            CycleOrchestrator.InstanceId(story.Cycle),
            .. Enum.GetNames<Phase>().Select(p => $"{CycleOrchestrator.InstanceId(story.Cycle)}-{p}"),
            .. RoundKinds.All.Select(k => k.Id).Append("progress-1").Append("progress-2").Select(r => $"round-{story.Cycle}-{r}"),
        ];
        foreach (string id in instances)
        {
            if (await story.App.Host.Durable.GetInstanceAsync(id, cancellation: Cancellation) is { IsCompleted: false })
                running.Add(id);
        }

        return running;
    }
}
