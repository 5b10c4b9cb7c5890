using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class PlanDraftTests
{
    private static readonly Stakeholder _ministry = A.Stakeholder("moeys", StakeholderCategory.Ministry, "Ministry of Education");
    private static readonly Stakeholder _ngo = A.Stakeholder("ngo", StakeholderCategory.NationalNgo, "Rights Now");
    private static readonly Stakeholder _other = A.Stakeholder("other", StakeholderCategory.InternationalNgo, "World Friends");
    private static readonly Stakeholder _senate = A.Stakeholder("senate", StakeholderCategory.Senate, "Senate");
    private static readonly CycleContents _cycle =
        A.Cycle([A.Recommendation(66, "b"), A.Recommendation(66, "a"), A.Recommendation(9)], [_ministry, _ngo, _other, _senate]);

    [Fact]
    public void There_is_one_item_for_each_recommendation_in_the_order_of_the_document() =>
        Assert.Equal(["9", "66-a", "66-b"], PlanDraft.Make(_cycle, [], []).Select(i => i.Recommendation));

    [Fact]
    public void A_commitment_keeps_its_words_its_date_and_where_it_comes_from()
    {
        Commitment commitment = Assert.Single(Item([A.Commitment(_ngo, "9", "Write a brief", "Rights  Now", "2031-06-30")], []).Commitments);

        Assert.Equal(
            ("Write a brief", "Rights Now", new DateOnly(2031, 6, 30), new AnswerSource("commitments~inv-ngo~r1@9", StakeholderCategory.NationalNgo)),
            (commitment.Action, commitment.Organisation, commitment.By, commitment.Source));
    }

    [Fact]
    public void What_names_no_organisation_is_no_commitment() =>
        Assert.Empty(Item([A.Answer("commitments", _ngo, ("action@9", "Somebody should"))], []).Commitments);

    [Theory]
    [InlineData("Train teachers.", "  train   TEACHERS ")]
    [InlineData("Train teachers!", "Train\nteachers…")]
    [InlineData("École pour tous", "E\u0301cole pour tous.")]
    [InlineData("បណ្តុះបណ្តាល\u200Bគ្រូ។", "បណ្តុះបណ្តាលគ្រូ")]
    public void Proposals_with_the_same_words_are_one_action_with_all_its_sources(string one, string two)
    {
        PlannedAction action = Assert.Single(Item([], [A.Proposal(_ngo, "9", one), A.Proposal(_ministry, "9", two)]).Actions);

        Assert.Equal(["consultation~inv-moeys~r1@9", "consultation~inv-ngo~r1@9"], action.Sources.Select(s => s.Answer));
        Assert.Contains(action.Text, new[] { one, two });
    }

    [Fact]
    public void Other_words_are_another_action() =>
        Assert.Equal(2, Item([], [A.Proposal(_ngo, "9", "Train teachers"), A.Proposal(_ministry, "9", "Train judges")]).Actions.Count);

    [Fact]
    public void A_detail_that_only_one_gave_is_kept_in_the_action_of_both()
    {
        PlannedAction action = Assert.Single(Item(
            [],
            [A.Proposal(_ngo, "9", "Train", strategy: "By radio"), A.Proposal(_ministry, "9", "Train", timeFrame: "one-year"), A.Proposal(_other, "9", "Train")]).Actions);

        Assert.Equal(("By radio", "one-year", 3), (action.Strategy, action.TimeFrame, action.Sources.Count));
    }

    [Fact]
    public void Of_details_that_contradict_each_other_the_one_that_most_gave_is_shown_and_the_others_are_counted()
    {
        PlannedAction action = Assert.Single(Item(
            [],
            [
                A.Proposal(_ngo, "9", "Train", strategy: "By radio"), A.Proposal(_ministry, "9", "Train", strategy: "In schools"),
                A.Proposal(_other, "9", "Train", strategy: "in schools."), A.Proposal(_senate, "9", "Train"),
            ]).Actions);

        Assert.Equal(("In schools", 4), (action.Strategy, action.Sources.Count));
        Assert.Equal([new OtherDetail("strategy", "By radio", 1)], action.Others);
    }

    [Fact]
    public void Of_spellings_the_most_used_is_shown()
    {
        PlannedAction action = Assert.Single(Item(
            [], [A.Proposal(_ngo, "9", "train"), A.Proposal(_ministry, "9", "Train."), A.Proposal(_other, "9", "Train.")]).Actions);

        Assert.Equal("Train.", action.Text);
    }

    [Fact]
    public void What_was_typed_about_a_recommendation_that_was_not_chosen_does_not_count() =>
        Assert.Empty(Item([], [A.Answer("consultation", _ngo, ("recommendations", "66-a"), ("action@9", "Left over"))]).Actions);

    [Fact]
    public void A_late_answer_makes_nothing() =>
        Assert.Equal(PlanItem.Empty("9").Responsibility, Item([], [A.Proposal(_ngo, "9", "Train", "Senate") with { Late = true }]).Responsibility);

    [Fact]
    public void Of_two_revisions_the_later_counts()
    {
        SubmittedAnswer first = A.Proposal(_ngo, "9", "Old");

        Assert.Equal("New", Assert.Single(Item([], [A.Proposal(_ngo, "9", "New") with { Revision = 2 }, first]).Actions).Text);
    }

    [Fact]
    public void Three_hundred_organisations_do_not_drown_one_ministry()
    {
        SubmittedAnswer[] ngos =
        [
            .. Enumerable.Range(0, 300).Select(n => A.Proposal(
                A.Stakeholder($"n{n}"), "9", $"Action {n}", n % 3 == 0 ? "Ministry of Education" : "Senate")),
        ];

        Responsibility proposed = Item([], [.. ngos, A.Proposal(_ministry, "9", "Ours", "Ministry of Education")]).Responsibility;

        Assert.Equal(("Ministry of Education", ResponsibilityState.Proposed), (proposed.Organisation, proposed.State));
        Assert.Equal(301, proposed.Proposals.Count);
    }

    [Fact]
    public void A_tie_goes_to_the_organisation_that_committed_itself()
    {
        Responsibility proposed = Item(
            [A.Commitment(_ngo, "9", "Lobby", "World Friends")], [A.Proposal(_ministry, "9", "Train", "Senate")]).Responsibility;

        Assert.Equal("World Friends", proposed.Organisation);
    }

    [Fact]
    public void A_tie_without_commitment_goes_by_the_alphabet() =>
        Assert.Equal("Rights Now", Item([], [A.Proposal(_ministry, "9", "x", "Senate"), A.Proposal(_ngo, "9", "y", "Rights now")]).Responsibility.Organisation);

    [Fact]
    public void Who_has_no_contact_on_the_list_cannot_be_asked()
    {
        Responsibility open = Item([], [A.Proposal(_ngo, "9", "Train", "Ministry of Dreams")]).Responsibility;

        Assert.Equal(("Ministry of Dreams", ResponsibilityState.Open), (open.Organisation, open.State));
        Assert.True(open.IsUnsettled);
        Assert.Single(open.Proposals);
    }

    [Fact]
    public void Where_nobody_was_named_responsibility_is_open() =>
        Assert.Equal(Responsibility.None, Item([], [A.Proposal(_ngo, "9", "Train")]).Responsibility);

    [Fact]
    public void Answers_about_recommendations_that_the_cycle_does_not_have_are_left_out() =>
        Assert.All(PlanDraft.Make(_cycle, [], [A.Proposal(_ngo, "99", "Train", "Senate")]), i => Assert.Empty(i.Actions));

    [Fact]
    public void The_order_and_time_in_which_answers_came_change_nothing()
    {
        Stakeholder[] people = [.. Enumerable.Range(0, 40).Select(n => A.Stakeholder($"p{n}", StakeholderCategories.All[n % 8], $"Organisation {n % 5}"))];
        SubmittedAnswer[] consultation =
        [
            .. people.Select((p, n) => A.Proposal(
                p, "9", n % 2 == 0 ? "Train" : "train.", $"Organisation {n % 5}", n % 3 == 0 ? null : $"Way {n % 4}", n % 4 == 0 ? "one-year" : null)),
        ];
        SubmittedAnswer[] commitments = [.. people.Take(8).Select(p => A.Commitment(p, "9", "Go", p.Organisation))];
        CycleContents cycle = _cycle with { Stakeholders = people };
        string plan = Written(PlanDraft.Make(cycle, commitments, consultation));

        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            Assert.Equal(plan, Written(PlanDraft.Make(cycle, Disturbed(commitments, random), Disturbed(consultation, random))));
        }
    }

    private static SubmittedAnswer[] Disturbed(SubmittedAnswer[] answers, Random random)
    {
        SubmittedAnswer[] shuffled = [.. answers.Select(a => a with { SubmittedAt = a.SubmittedAt.AddSeconds(random.Next(1_000)) })];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static PlanItem Item(IReadOnlyList<SubmittedAnswer> commitments, IReadOnlyList<SubmittedAnswer> consultation) =>
        PlanDraft.Make(_cycle, commitments, consultation)[0];

    private static string Written(IReadOnlyList<PlanItem> items) => System.Text.Json.JsonSerializer.Serialize(items);
}
