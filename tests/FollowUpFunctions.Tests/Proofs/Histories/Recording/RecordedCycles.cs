using System.Text.Json.Nodes;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Proofs.Histories.Recording;

/// <summary>Cycles that between them come to every path of every orchestrator.</summary>
internal sealed class RecordedCycles(AzuriteFixture azurite, Recorder recorder)
{
    private const double Over = 385;

    private static readonly Phase[] phases = [Phase.Dissemination, Phase.MonitoringWorkshop, Phase.Progress];

    /// <summary>All answer, children too; one declines a responsibility; letters go out until the end.</summary>
    public async Task AnsweredAsync()
    {
        await using Story story = await Story.BeginAsync(azurite, Body("testland-2031"), Recorder.Options);
        await AnsweringPeople.DisseminateAsync(story);
        await AnsweringPeople.ConsultAsync(story);
        await AnsweringPeople.MonitorAsync(story);
        await AnsweringPeople.ReportAsync(story);
        await story.GoToDayAsync(Over);

        await recorder.KeepCycleAsync(story.App, "answered", story.Cycle, phases);
        await recorder.KeepPhaseAsync(story.App, "declined-responsibility", story.Cycle, Phase.Consultation);
        await recorder.KeepAsync(story.App, "answered", $"children-{story.Cycle}");
        await recorder.KeepLettersAsync(story.App, "letters-repeated", story.Cycle);
        await recorder.KeepRoundAsync(story.App, "answered-early", story.Cycle, RoundKinds.WorkshopInvitation.Id);
        await recorder.KeepRoundAsync(story.App, "nobody-invited", story.Cycle, RoundKinds.Translation.Id);
    }

    /// <summary>Hardly anybody answers anything.</summary>
    public async Task SilenceAsync()
    {
        await using Story story = await Story.BeginAsync(azurite, new CycleBuilder { Id = "silence", Translators = [("Dara", "km")] }.Build(), Recorder.Options);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("recommendations", "11"), ("action", "Train teachers"), ("lead", "Ministry of Children"));
        // The coordinators are reminded twice before they look at the draft.
        await story.GoToDayAsync(Schedule.Consultation.Closes + 15);
        await story.Coordinator.ApproveAsync(RoundKinds.DraftReview.Id);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 30);
        await story.Coordinator.ApproveAsync(RoundKinds.PlanReview.Id);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 31);
        await story.Coordinator.CloseAsync(RoundKinds.MonitoringInvitation.Id);
        await story.GoToDayAsync(Over);

        await recorder.KeepCycleAsync(story.App, "silence", story.Cycle, [.. phases, Phase.Consultation]);
        await recorder.KeepAsync(story.App, "not-asked", $"children-{story.Cycle}");
        await recorder.KeepLettersAsync(story.App, "no-letters", story.Cycle);
        await recorder.KeepRoundAsync(story.App, "after-reminders", story.Cycle, RoundKinds.WorkshopInvitation.Id);
        await recorder.KeepRoundAsync(story.App, "reminded-without-end", story.Cycle, RoundKinds.DraftReview.Id);
        await recorder.KeepRoundAsync(story.App, "closed-by-decision", story.Cycle, RoundKinds.MonitoringInvitation.Id);
    }

    /// <summary>The calendar changes while it runs, and once the storage does not answer.</summary>
    public async Task ChangedAsync()
    {
        const string id = "changed";
        OneFailure failure = new($"round-{id}-{RoundKinds.CoSigning.Id}", "OpenRound");
        TestAppOptions options = Recorder.Options with
        {
            Durable = Recorder.Options.Durable with { Observer = failure },
            Services = new StorageTap(failure.OnCallAsync, _ => Task.CompletedTask).Register,
        };
        await using Story story = await Story.BeginAsync(azurite, new CycleBuilder { Id = id }.Build(), options);
        await story.Coordinator.DecideAsync(Decision.Postpone(RoundKinds.WorkshopInvitation.Id, 4));
        await story.GoToDayAsync(4);
        await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "1"));
        await story.Coordinator.DecideAsync(Decision.Move("workshop", 11.5, "Library"));
        await story.GoToDayAsync(14);
        await story.Coordinator.DecideAsync(Decision.Extend(RoundKinds.Commitments.Id, 19.05));
        await story.GoToDayAsync(20.2);
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.Time.SettleAsync();

        await recorder.KeepPhaseAsync(story.App, "postponed", id, Phase.Dissemination);
        await recorder.KeepRoundAsync(story.App, "postponed", id, RoundKinds.WorkshopInvitation.Id);
        await recorder.KeepRoundAsync(story.App, "extended", id, RoundKinds.Commitments.Id);
        await recorder.KeepRoundAsync(story.App, "storage-failed", id, RoundKinds.CoSigning.Id);
        await recorder.KeepNoticeAsync(story.App, "moved", id);
    }

    /// <summary>Cycles that are cancelled, each in another phase.</summary>
    public async Task CancelledAsync()
    {
        (string Id, double Day)[] cycles = [("cancelled-1", 2), ("cancelled-2", 18), ("cancelled-3", 52), ("cancelled-4", 100), ("cancelled-5", 185)];
        await using Story story = await Story.BeginAsync(azurite, Body(cycles[0].Id), Recorder.Options);
        foreach ((string id, _) in cycles.Skip(1))
            (await new Coordinator(story.App, id).StartAsync(Body(id))).EnsureSuccessStatusCode();
        foreach ((string id, double day) in cycles)
        {
            if (day > Schedule.MonitoringInvitation.Opens && story.Time.Now < Schedule.Day(Schedule.MonitoringInvitation.Opens))
                await ApproveAllAsync(story, cycles.Where(c => c.Day >= day).Select(c => c.Id));
            await story.GoToDayAsync(day);
            await new Coordinator(story.App, id).DecideAsync(Decision.CancelCycle());
            await story.Time.SettleAsync();
        }

        await recorder.KeepPhaseAsync(story.App, "cancelled", "cancelled-1", Phase.Dissemination);
        await recorder.KeepRoundAsync(story.App, "cancelled", "cancelled-1", RoundKinds.WorkshopInvitation.Id);
        await recorder.KeepNoticeAsync(story.App, "cancelled", "cancelled-1");
        await recorder.KeepPhaseAsync(story.App, "cancelled", "cancelled-2", Phase.Consultation);
        await recorder.KeepAsync(story.App, "cancelled", "children-cancelled-2");
        await recorder.KeepCycleAsync(story.App, "cancelled", "cancelled-3", Phase.MonitoringWorkshop);
        await recorder.KeepLettersAsync(story.App, "cancelled", "cancelled-4");
        await recorder.KeepRoundAsync(story.App, "cancelled-before-opening", "cancelled-4", "progress-1");
        await recorder.KeepPhaseAsync(story.App, "cancelled", "cancelled-5", Phase.Progress);
    }

    /// <summary>All orchestrations are lost in the last phase, and the cycle goes on from the tables.</summary>
    public async Task RestartedAsync()
    {
        await using Story story = await Story.BeginAsync(azurite, Body("restarted"), Recorder.Options);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("recommendations", "11"), ("action", "Train teachers"), ("lead", "Ministry of Children"));
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.2);
        await story.Coordinator.ApproveAsync(RoundKinds.DraftReview.Id);
        await story.GoToDayAsync(Schedule.Responsibility.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("reply", "accept"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 0.2);
        await story.Coordinator.ApproveAsync(RoundKinds.PlanReview.Id);
        await story.GoToDayAsync(Schedule.FirstProgress.Opens + 5);
        await story.App.StopAsync();
        await story.App.DeleteTaskHubAsync();
        await story.App.StartAgainAsync();
        story.Time.Begin(story.App.Host.Clock);
        (await story.Coordinator.PostAsync($"cycles/{story.Cycle}/restart", new JsonObject())).EnsureSuccessStatusCode();
        await story.GoToDayAsync(Over);

        await recorder.KeepCycleAsync(story.App, "restarted", story.Cycle, [.. phases, Phase.Consultation]);
        await recorder.KeepLettersAsync(story.App, "restarted", story.Cycle);
        await recorder.KeepRoundAsync(story.App, "restarted-when-closed", story.Cycle, RoundKinds.Consultation.Id);
        await recorder.KeepRoundAsync(story.App, "restarted-when-open", story.Cycle, "progress-1");
    }

    /// <summary>Asks children too, and has letters go out.</summary>
    private static JsonObject Body(string id)
    {
        JsonObject body = new CycleBuilder { Id = id, Children = CycleBuilder.Safety, Parties = [.. Party.All, ChildrensGroups.Club] }.Build();
        body["letters"] = new JsonObject { ["every"] = "90.00:00:00", ["inCharge"] = new JsonArray(Party.Province.Id) };
        return body;
    }

    private static async Task ApproveAllAsync(Story story, IEnumerable<string> cycles)
    {
        await story.GoToDayAsync(Schedule.Consultation.Closes + 1);
        foreach (string round in new[] { RoundKinds.DraftReview.Id, RoundKinds.PlanReview.Id })
        {
            foreach (string cycle in cycles)
                await new Coordinator(story.App, cycle).ApproveAsync(round);
            await story.Time.SettleAsync();
        }
    }
}
