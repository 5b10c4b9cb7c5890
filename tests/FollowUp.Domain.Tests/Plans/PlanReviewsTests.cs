using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class PlanReviewsTests
{
    private static readonly Stakeholder[] _people = [.. Enumerable.Range(0, 6).Select(n => A.Stakeholder($"p{n}", StakeholderCategories.All[n], $"Organisation {n}"))];
    private static readonly CycleContents _cycle = A.Cycle([A.Recommendation(9), A.Recommendation(11)], _people);

    private static readonly SubmittedAnswer[] _answers =
    [
        A.Proposal(_people[0], "9", "Train teachers", "Organisation 1", indicator: "teachers trained"),
        A.Proposal(_people[1], "9", "Train the teachers.", "Organisation 1", timeFrame: "one-year"),
        A.Proposal(_people[2], "9", "Teach the teachers", "Organisation 1", strategy: "By radio"),
        A.Proposal(_people[3], "9", "Print books"),
        A.Proposal(_people[4], "11", "Open shelters and staff them"),
    ];

    private static readonly IReadOnlyList<PlanItem> _draft = PlanDraft.Make(_cycle, [], _answers);

    [Fact]
    public void The_same_draft_has_the_same_ids_however_often_it_is_made()
    {
        string[] ids = [.. _draft.SelectMany(i => i.Actions).Select(a => a.Id)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Slug.IsSlug(id), id));
        Assert.Equal(ids, PlanDraft.Make(_cycle, [], [.. _answers.Reverse()]).SelectMany(i => i.Actions).Select(a => a.Id));
    }

    [Fact]
    public void Merged_actions_keep_all_who_stand_behind_them_and_take_what_the_first_lacks_from_the_others()
    {
        PlannedAction merged = Reviewed(Merge("d1", Id("Train teachers"), Id("Teach the teachers"))).Actions.Single(a => a.Text == "Train teachers");

        Assert.Equal((3, "By radio", "one-year", "teachers trained"), (merged.Sources.Count, merged.Strategy, merged.TimeFrame, merged.Indicator));
        Assert.Equal((Id("Train teachers"), "d1"), (merged.Id, Assert.Single(merged.Decisions)));
        Assert.Equal(2, Reviewed(Merge("d1", Id("Train teachers"), Id("Teach the teachers"))).Actions.Count);
    }

    [Fact]
    public void An_edit_changes_what_it_says_and_nothing_else()
    {
        PlannedAction before = _draft[0].Actions.Single(a => a.Text == "Print books");
        PlannedAction edited = Reviewed(Edit("d1", before.Id, new(Text: "Print schoolbooks", Due: "2031-12-31", Funding: "Donors"))).Actions.Single(a => a.Id == before.Id);

        Assert.Equal(before with { Text = "Print schoolbooks", Due = new(2031, 12, 31), Funding = "Donors", Decisions = edited.Decisions }, edited);
    }

    [Fact]
    public void The_sources_of_a_split_action_are_divided_or_shared()
    {
        PlannedAction whole = _draft[0].Actions[0];
        ReviewDecision split = new("d1", ReviewKinds.Split, A.Moment, "9", "Two things", new(
            Actions: [whole.Id], Parts: [new("Train new teachers", [whole.Sources[0].Answer]), new("Train old teachers")]));

        PlannedAction[] parts = [.. Reviewed(split).Actions.Where(a => a.Decisions.Contains("d1"))];

        Assert.Equal([("Train new teachers", 1), ("Train old teachers", 2)], parts.Select(p => (p.Text, p.Sources.Count)));
        Assert.Equal(2, parts.Select(p => p.Id).Append(whole.Id).Distinct().Count() - 1);
        Assert.Equal(PlanReviews.PartId("d1", 1, "9"), parts[0].Id);
    }

    [Fact]
    public void A_dropped_action_is_kept_apart_and_may_come_back()
    {
        PlanItem dropped = Reviewed(Drop("d1", Id("Print books")));
        PlanItem back = Reviewed(Drop("d1", Id("Print books")), new("d2", ReviewKinds.Accept, A.Moment.AddHours(1), "9", "After all", new(Actions: [Id("Print books")])));

        Assert.DoesNotContain(dropped.Actions, a => a.Text == "Print books");
        Assert.Equal("Print books", Assert.Single(dropped.Dropped).Text);
        Assert.Empty(back.Dropped);
        Assert.Contains(back.Actions, a => a.Text == "Print books");
    }

    [Fact]
    public void Decisions_are_taken_in_by_their_time_and_one_whose_action_is_gone_changes_nothing()
    {
        ReviewDecision[] decisions =
        [
            Edit("d3", Id("Teach the teachers"), new(Text: "Too late")) with { At = A.Moment.AddHours(3) },
            Merge("d2", Id("Train teachers"), Id("Teach the teachers")) with { At = A.Moment.AddHours(2) },
            Edit("d1", Id("Train teachers"), new(Text: "Train all teachers")) with { At = A.Moment.AddHours(1) },
        ];

        Assert.Equal(Written(PlanReviews.Apply(_draft, decisions)), Written(PlanReviews.Apply(_draft, decisions.Reverse())));
        Assert.Equal(["Train all teachers", "Print books"], PlanReviews.Apply(_draft, decisions)[0].Actions.Select(a => a.Text));
    }

    [Fact]
    public void Other_organisations_support_than_before_and_those_who_stay_keep_their_word()
    {
        PlanItem item = _draft[0] with { Supporting = [new("Organisation 2", ResponsibilityState.Accepted), new("Organisation 3", ResponsibilityState.Proposed)] };

        PlanItem named = PlanReviews.Apply([item], [new("d1", ReviewKinds.Support, A.Moment, "9", "Agreed", new(Organisations: ["Organisation 2", "Organisation 4"]))])[0];

        Assert.Equal([("Organisation 2", ResponsibilityState.Accepted), ("Organisation 4", ResponsibilityState.Assigned)], named.Supporting.Select(s => (s.Organisation, s.State)));
    }

    [Fact]
    public void Everybody_learns_what_became_of_a_proposal()
    {
        ReviewDecision[] decisions =
        [
            Merge("d1", Id("Train teachers"), Id("Teach the teachers")),
            Drop("d2", Id("Print books")),
            new("d3", ReviewKinds.Split, A.Moment, "11", "Two things", new(Actions: [_draft[1].Actions[0].Id], Parts: [new("Open shelters"), new("Staff shelters")])),
        ];
        IReadOnlyList<PlanItem> plan = PlanReviews.Apply(_draft, decisions);

        ProposalFate Of(int person, string recommendation, string words) => Assert.Single(ProposalFates.Of(
            plan, $"consultation~inv-p{person}~r1", new Dictionary<string, string> { [recommendation] = words }, decisions.ToDictionary(d => d.Id, d => d.Note!)));

        Assert.Equal((Fate.Together, 2), (Of(1, "9", "Train the teachers.").Fate, Of(1, "9", "Train the teachers.").Others));
        Assert.Equal((Fate.Edited, "Train teachers"), (Of(2, "9", "Teach the teachers").Fate, Of(2, "9", "Teach the teachers").Actions[0].Text));
        Assert.Equal((Fate.Dropped, "Because of d2"), (Of(3, "9", "Print books").Fate, Assert.Single(Of(3, "9", "Print books").Reasons)));
        Assert.Equal(["Open shelters", "Staff shelters"], Of(4, "11", "Open shelters and staff them").Actions.Select(a => a.Text));
        Assert.Equal(Fate.Split, Of(4, "11", "Open shelters and staff them").Fate);
    }

    private static string Id(string text) => _draft[0].Actions.Single(a => a.Text == text).Id;

    private static ReviewDecision Merge(string id, params string[] actions) => new(id, ReviewKinds.Merge, A.Moment, "9", $"Because of {id}", new(Actions: actions));

    private static ReviewDecision Edit(string id, string action, ActionWords words) => new(id, ReviewKinds.Edit, A.Moment, "9", $"Because of {id}", new(Actions: [action], Words: words));

    private static ReviewDecision Drop(string id, string action) => new(id, ReviewKinds.Drop, A.Moment, "9", $"Because of {id}", new(Actions: [action]));

    private static PlanItem Reviewed(params ReviewDecision[] decisions) => PlanReviews.Apply(_draft, decisions)[0];

    private static string Written(IReadOnlyList<PlanItem> items) => JsonSerializer.Serialize(items);
}
