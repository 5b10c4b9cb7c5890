using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Publication;

public sealed class PlanChangesTests
{
    private static readonly AnswerSource _source = new("consultation~inv-a~r1@9", StakeholderCategory.NationalNgo);
    private static readonly PlannedAction _action = new("Train teachers", null, "one-year", null, null, [_source]) { Id = "a-1" };

    private static readonly PlanItem _before = PlanItem.Empty("9") with
    {
        Actions = [_action],
        Responsibility = new("Senate", ResponsibilityState.NotConfirmed, [_source]),
        Supporting = [new("Rights Now", ResponsibilityState.Proposed)],
    };

    [Fact]
    public void A_version_that_says_the_same_has_no_changes() => Assert.Empty(Between(_before, _before));

    [Fact]
    public void What_is_new_in_who_leads_and_supports_is_told() =>
        Assert.Equal(
            [
                new("responsible", "9", null, "Senate", "Ministry"),
                new("responsibility-state", "9", "Ministry", "not-confirmed", "accepted"),
                new("support-added", "9", "Agency"),
                new PlanChangeTold("support-gone", "9", "Rights Now"),
            ],
            Between(_before, _before with
            {
                Responsibility = new("Ministry", ResponsibilityState.Accepted, [_source]),
                Supporting = [new("Agency", ResponsibilityState.Accepted)],
            }));

    [Fact]
    public void Actions_are_known_by_their_ids_and_told_by_their_words() =>
        Assert.Equal(
            [
                new("action-reworded", "9", null, "Train teachers", "Train all teachers"),
                new PlanChangeTold("action-added", "9", "Print books"),
            ],
            Between(_before, _before with { Actions = [_action with { Text = "Train all teachers" }, _action with { Id = "a-2", Text = "Print books" }] }));

    [Fact]
    public void A_deadline_and_a_dispute_that_is_over_are_told() =>
        Assert.Equal(
            ["dispute-over", "action-details"],
            Between(
                _before with { Doubts = [Dispute.NarrowLead] },
                _before with { Doubts = [Dispute.NarrowLead], Settled = "d1", Actions = [_action with { Due = new(2031, 12, 31) }] }).Select(c => c.Kind));

    [Fact]
    public void Tasks_and_reports_that_came_are_told_and_of_two_alike_the_one_that_came()
    {
        MonitoringTask task = new("Visit", null, null, "Rights Now", _source);
        StatusReport report = new("progress-1", "done", "coalition", "Rights Now", null, null, null, _source);

        Assert.Equal(
            [new("task-added", "9", "Visit", null, "Rights Now"), new PlanChangeTold("status-added", "9", "Rights Now", null, "done")],
            Between(_before with { Monitoring = [task] }, _before with { Monitoring = [task, task], Progress = [report] }));
    }

    [Fact]
    public void Every_kind_of_change_is_in_the_schema() =>
        Assert.All(ChangeKinds.All, kind => Assert.Contains($"\"{kind}\"", PublicationJson.Schema, StringComparison.Ordinal));

    [Fact]
    public void The_highest_score_ranks_first_and_equals_share_a_rank()
    {
        PlanItem[] items = [.. new[] { ("9", 2m), ("11", 3m), ("13", 3m) }.Select(x => PlanItem.Empty(x.Item1) with { Priority = new(x.Item2, new Dictionary<StakeholderCategory, PriorityCounts>()) })];

        PublishedPlan plan = PublishedPlans.Compose(A.Cycle([A.Recommendation(9), A.Recommendation(11), A.Recommendation(13)], items: items), 1, A.Moment, new Dictionary<StakeholderCategory, int>());

        Assert.Equal([("9", 3), ("11", 1), ("13", 1)], plan.Clusters[0].Recommendations.Select(r => (r.Key, r.Priority!.Rank)));
    }

    [Fact]
    public void Only_who_agreed_is_named_and_never_children()
    {
        PlanItem item = _before with
        {
            Actions =
            [
                _action with
                {
                    Sources =
                    [
                        _source with { Quoted = "Rights Now" }, _source with { Answer = "consultation~inv-b~r1@9" },
                        new("consultation~inv-c~r1@9", StakeholderCategory.ChildrenAndYouth) { Quoted = "Youth Council" },
                    ],
                },
            ],
        };

        PublishedAction action = Published(item).Clusters[0].Recommendations[0].Actions[0];

        Assert.Equal(["Rights Now"], action.QuotedBy);
        Assert.Equal(3, action.ProposedBy.Values.Sum());
    }

    private static IReadOnlyList<PlanChangeTold> Between(PlanItem before, PlanItem after) => PlanChanges.Between(Published(before), Published(after));

    private static PublishedPlan Published(PlanItem item) =>
        PublishedPlans.Compose(A.Cycle(items: [item]), 1, A.Moment, new Dictionary<StakeholderCategory, int>());
}
