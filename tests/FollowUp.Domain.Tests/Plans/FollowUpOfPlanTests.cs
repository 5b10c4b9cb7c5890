using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class FollowUpOfPlanTests
{
    private static readonly Stakeholder _ministry = A.Stakeholder("moeys", StakeholderCategory.Ministry, "Ministry of Education");
    private static readonly Stakeholder _ngo = A.Stakeholder("ngo", StakeholderCategory.NationalNgo, "Rights Now");
    private static readonly PlanItem _proposed = PlanItem.Empty("9") with
    {
        Responsibility = new("Ministry of Education", ResponsibilityState.Proposed, [new("consultation~inv-ngo~r1@9", StakeholderCategory.NationalNgo)]),
    };

    [Fact]
    public void Who_accepts_is_responsible()
    {
        Responsibility settled = Settled(Reply(_ministry, "accept"));

        Assert.Equal((ResponsibilityState.Accepted, "responsibility~inv-moeys~r1@9"), (settled.State, settled.Reply!.Answer));
        Assert.Single(settled.Proposals);
    }

    [Fact]
    public void Who_declines_may_name_another()
    {
        Responsibility settled = Settled(A.Answer("responsibility", _ministry, ("reply@9", "decline"), ("instead@9", " Rights  Now ")));

        Assert.Equal((ResponsibilityState.Declined, "Rights Now"), (settled.State, settled.ProposedInstead));
        Assert.Contains(Dispute.Declined, (_proposed with { Responsibility = settled }).Disputed);
    }

    [Fact]
    public void No_answer_leaves_it_proposed() => Assert.Equal(_proposed.Responsibility, Settled());

    [Fact]
    public void A_late_reply_leaves_it_proposed() =>
        Assert.Equal(_proposed.Responsibility, Settled(Reply(_ministry, "accept") with { Late = true }));

    [Fact]
    public void Nobody_accepts_for_another_organisation() => Assert.Equal(_proposed.Responsibility, Settled(Reply(_ngo, "accept")));

    [Fact]
    public void The_last_decision_on_a_recommendation_wins()
    {
        IReadOnlyList<PlanItem> items = Assignments.Apply(
            [_proposed],
            [
                new("d2", "9", "Rights Now", A.Moment.AddHours(1)),
                new("d1", "9", "Ministry of Education", A.Moment),
                new("d3", "unknown", "Nobody", A.Moment.AddHours(2)),
            ]);

        Responsibility assigned = Assert.Single(items).Responsibility;
        Assert.Equal(("Rights Now", ResponsibilityState.Assigned, "d2"), (assigned.Organisation, assigned.State, assigned.Decision));
        Assert.Single(assigned.Proposals);
    }

    [Fact]
    public void Whom_a_coordinator_named_may_accept_or_decline()
    {
        IReadOnlyList<PlanItem> assigned = Assignments.Apply([_proposed], [new("d1", "9", "Ministry of Education", A.Moment)]);

        Assert.Equal(ResponsibilityState.Assigned, Settlement.Close(assigned)[0].Responsibility.State);
        Assert.Equal(ResponsibilityState.Declined, Settlement.Apply(assigned, [Reply(_ministry, "decline")])[0].Responsibility.State);
        Assert.Equal(ResponsibilityState.Accepted, Settlement.Apply(assigned, [Reply(_ministry, "accept")])[0].Responsibility.State);
    }

    [Fact]
    public void A_refusal_from_before_a_decision_does_not_undo_it()
    {
        IReadOnlyList<PlanItem> declined = Settlement.Apply([_proposed], [Reply(_ministry, "decline")]);
        IReadOnlyList<PlanItem> insisted = Assignments.Apply(declined, [new("d1", "9", "Ministry of Education", A.Moment.AddDays(1))]);

        Assert.Equal(ResponsibilityState.Assigned, Settlement.Apply(insisted, [Reply(_ministry, "decline")])[0].Responsibility.State);
    }

    [Fact]
    public void A_decision_that_was_brought_in_does_not_undo_the_answer_to_it()
    {
        Assignment decision = new("d1", "9", "Ministry of Education", A.Moment);
        IReadOnlyList<PlanItem> accepted = Settlement.Apply(Assignments.Apply([_proposed], [decision]), [Reply(_ministry, "accept")]);

        Assert.Equal(ResponsibilityState.Accepted, Assignments.Apply(accepted, [decision])[0].Responsibility.State);
    }

    [Fact]
    public void Silence_until_the_end_is_not_confirmed_and_a_late_yes_confirms()
    {
        PlanItem silent = Settlement.Close([_proposed with { Supporting = [new("Rights Now", ResponsibilityState.Proposed)] }])[0];

        Assert.Equal((ResponsibilityState.NotConfirmed, ResponsibilityState.NotConfirmed), (silent.Responsibility.State, silent.Supporting[0].State));
        Assert.Equal(["Ministry of Education", "Rights Now"], Settlement.Silent([silent]).Select(s => s.Organisation));
        Assert.Equal(ResponsibilityState.Accepted, Settlement.Apply([silent], [Reply(_ministry, "accept")])[0].Responsibility.State);
    }

    [Fact]
    public void To_support_is_answered_by_itself()
    {
        PlanItem asked = _proposed with { Supporting = [new("Rights Now", ResponsibilityState.Proposed)] };

        PlanItem settled = Settlement.Apply([asked], [A.Answer("responsibility", _ngo, ("reply@9.support", "accept"))])[0];

        Assert.Equal((ResponsibilityState.Accepted, "9"), (settled.Supporting[0].State, settled.Supporting[0].Reply!.Recommendation.Split('.')[0]));
        Assert.Equal(ResponsibilityState.Proposed, settled.Responsibility.State);
    }

    [Fact]
    public void A_monitoring_task_needs_a_strategy_and_an_organisation()
    {
        IReadOnlyList<PlanItem> items = MonitoringTasks.Record(
            [PlanItem.Empty("9"), PlanItem.Empty("11")],
            [A.Answer("monitoring-plan", _ngo, ("strategy@9", "Visit schools"), ("organisation@9", "Rights Now"), ("deadline@9", "2031-01-31"), ("indicator@9", "visits"), ("indicator@11", "x"))]);

        Assert.Equal(
            new MonitoringTask("Visit schools", "visits", new DateOnly(2031, 1, 31), "Rights Now", new("monitoring-plan~inv-ngo~r1@9", StakeholderCategory.NationalNgo)),
            Assert.Single(items[0].Monitoring));
        Assert.Empty(items[1].Monitoring);
    }

    [Fact]
    public void A_later_revision_takes_the_place_of_the_task_recorded_before()
    {
        SubmittedAnswer first = A.Answer("monitoring-plan", _ngo, ("strategy@9", "Old"), ("organisation@9", "Rights Now"));
        SubmittedAnswer second = A.Answer("monitoring-plan", _ngo, ("strategy@9", "New"), ("organisation@9", "Rights Now")) with { Revision = 2 };

        IReadOnlyList<PlanItem> items = MonitoringTasks.Record(MonitoringTasks.Record([PlanItem.Empty("9")], [first]), [second]);

        Assert.Equal("New", Assert.Single(items[0].Monitoring).Strategy);
    }

    [Theory]
    [InlineData(StakeholderCategory.Ministry, "government")]
    [InlineData(StakeholderCategory.ProvincialDepartment, "government")]
    [InlineData(StakeholderCategory.NationalAssembly, "government")]
    [InlineData(StakeholderCategory.Senate, "government")]
    [InlineData(StakeholderCategory.NationalNgo, "coalition")]
    [InlineData(StakeholderCategory.InternationalNgo, "coalition")]
    [InlineData(StakeholderCategory.ChildrenAndYouth, "children")]
    [InlineData(StakeholderCategory.UnAgency, "other")]
    public void Whose_view_a_status_is_follows_from_the_category(StakeholderCategory category, string assessor) =>
        Assert.Equal(assessor, Assert.Single(Reported(Status(A.Stakeholder("x", category), "progress-1", "done"))[0].Progress).Assessor);

    [Fact]
    public void Views_of_all_rounds_stand_side_by_side()
    {
        CycleContents cycle = A.Cycle();
        IReadOnlyList<PlanItem> items = [PlanItem.Empty("9")];
        foreach (string round in new[] { "progress-10", "progress-2" })
        {
            items = StatusReports.Record(items, cycle, round, [Status(_ngo, round, "not-started"), Status(_ministry, round, "done")]);
        }

        Assert.Equal(
            [("progress-2", "government"), ("progress-2", "coalition"), ("progress-10", "government"), ("progress-10", "coalition")],
            items[0].Progress.Select(p => (p.Round, p.Assessor)));
    }

    [Fact]
    public void Answers_of_another_round_are_not_recorded() =>
        Assert.Empty(StatusReports.Record([PlanItem.Empty("9")], A.Cycle(), "progress-2", [Status(_ngo, "progress-1", "done")])[0].Progress);

    [Fact]
    public void Doing_it_twice_changes_nothing()
    {
        IReadOnlyList<PlanItem> once = Followed([_proposed, PlanItem.Empty("11")]);

        Assert.Equal(Written(once), Written(Followed(once)));

        IReadOnlyList<PlanItem> Followed(IReadOnlyList<PlanItem> items)
        {
            items = Settlement.Apply(items, [Reply(_ministry, "decline")]);
            items = Assignments.Apply(items, [new("d1", "11", "Rights Now", A.Moment)]);
            items = MonitoringTasks.Record(items, [A.Answer("monitoring-plan", _ngo, ("strategy@9", "Visit"), ("organisation@9", "Rights Now"))]);
            return StatusReports.Record(items, A.Cycle(), "progress-1", [Status(_ngo, "progress-1", "done"), Status(_ministry, "progress-1", "contrary")]);
        }
    }

    private static SubmittedAnswer Reply(Stakeholder by, string reply) => A.Answer("responsibility", by, ("reply@9", reply));

    private static SubmittedAnswer Status(Stakeholder by, string round, string status) => A.Answer(round, by, ("status@9", status));

    private static Responsibility Settled(params SubmittedAnswer[] replies) => Settlement.Apply([_proposed], replies)[0].Responsibility;

    private static IReadOnlyList<PlanItem> Reported(SubmittedAnswer answer) =>
        StatusReports.Record([PlanItem.Empty("9")], A.Cycle(), answer.Round, [answer]);

    private static string Written(IReadOnlyList<PlanItem> items) => System.Text.Json.JsonSerializer.Serialize(items);
}
