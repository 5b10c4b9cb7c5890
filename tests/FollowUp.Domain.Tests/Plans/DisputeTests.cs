using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class DisputeTests
{
    private static readonly Stakeholder _ministry = A.Stakeholder("moeys", StakeholderCategory.Ministry, "Ministry of Education");
    private static readonly Stakeholder _ngo = A.Stakeholder("ngo", StakeholderCategory.NationalNgo, "Rights Now");
    private static readonly Stakeholder _senate = A.Stakeholder("senate", StakeholderCategory.Senate, "Senate");
    private static readonly Stakeholder _agency = A.Stakeholder("agency", StakeholderCategory.UnAgency, "Agency");
    private static readonly Stakeholder _children = A.Stakeholder("children", StakeholderCategory.ChildrenAndYouth, "Youth Council");
    private static readonly CycleContents _cycle = A.Cycle([A.Recommendation(9)], [_ministry, _ngo, _senate, _agency, _children]);

    [Fact]
    public void Three_hundred_organisations_do_not_drown_one_group_of_children_in_what_is_important()
    {
        SubmittedAnswer[] ngos = [.. Enumerable.Range(0, 300).Select(n => Said(A.Stakeholder($"n{n}"), "low"))];

        Priority priority = Item([], [.. ngos, Said(_children, "high")]).Priority!;

        Assert.Equal((2m, "medium"), (priority.Score, priority.Level));
        Assert.Equal((300, 1), (priority.Counts[StakeholderCategory.NationalNgo].Low, priority.Counts[StakeholderCategory.ChildrenAndYouth].High));
    }

    [Fact]
    public void Where_nobody_said_anything_there_is_no_priority() => Assert.Null(Item([], [A.Proposal(_ngo, "9", "Train")]).Priority);

    [Fact]
    public void Kinds_that_lean_clearly_to_either_side_disagree()
    {
        Assert.Contains(Dispute.KindsDisagreeOnPriority, Item([], [Said(_ngo, "high"), Said(_ministry, "low")]).Disputed);
        Assert.DoesNotContain(Dispute.KindsDisagreeOnPriority, Item([], [Said(_ngo, "high"), Said(_ministry, "medium")]).Disputed);
    }

    [Fact]
    public void Nobody_named_is_disputed_and_so_is_who_cannot_be_asked()
    {
        Assert.Equal([Dispute.NobodyToLead], Item([], [A.Proposal(_ngo, "9", "Train")]).Disputed);
        Assert.Contains(Dispute.NobodyToLead, Item([], [A.Proposal(_ngo, "9", "Train", "Ministry of Dreams")]).Disputed);
    }

    [Fact]
    public void A_lead_on_which_all_agree_is_not_disputed() =>
        Assert.Empty(Item([], [A.Proposal(_ngo, "9", "Train", "Senate"), A.Proposal(_ministry, "9", "Train", "senate"), A.Proposal(_agency, "9", "Train", "Rights Now"), A.Proposal(_senate, "9", "Train", "Senate")]).Disputed);

    [Fact]
    public void A_tie_is_narrow_unless_one_of_the_two_has_promised_something()
    {
        SubmittedAnswer[] tie = [A.Proposal(_ngo, "9", "Train", "Senate"), A.Proposal(_ministry, "9", "Train", "Agency")];

        Assert.Contains(Dispute.NarrowLead, Item([], tie).Disputed);
        Assert.DoesNotContain(Dispute.NarrowLead, Item([A.Commitment(_senate, "9", "Hold a hearing", "Senate")], tie).Disputed);
    }

    [Fact]
    public void An_organisation_that_has_most_of_the_weight_and_few_kinds_behind_it_is_disputed()
    {
        PlanItem item = Item([],
        [
            A.Proposal(_ngo, "9", "x", "Senate"), A.Proposal(_ministry, "9", "x", "Senate"), A.Proposal(_agency, "9", "x", "Rights Now"),
            A.Proposal(_senate, "9", "x", "Agency"), A.Proposal(_children, "9", "x", "Youth Council"),
        ]);

        Assert.Equal(("Senate", true), (item.Responsibility.Organisation, item.Disputed.Contains(Dispute.KindsDisagreeOnLead)));
    }

    [Fact]
    public void Who_accepts_settles_a_doubt_about_the_lead_and_not_one_about_importance()
    {
        PlanItem doubtful = PlanItem.Empty("9") with { Doubts = [Dispute.NarrowLead, Dispute.KindsDisagreeOnPriority], Responsibility = new("Senate", ResponsibilityState.Accepted, []) };

        Assert.Equal([Dispute.KindsDisagreeOnPriority], doubtful.Disputed);
        Assert.Empty((doubtful with { Settled = "d1" }).Disputed);
    }

    [Fact]
    public void A_refusal_is_disputed_until_somebody_else_is_named()
    {
        PlanItem declined = PlanItem.Empty("9") with { Responsibility = new("Senate", ResponsibilityState.Declined, []) };

        Assert.Equal([Dispute.Declined], declined.Disputed);
        Assert.Empty(Assignments.Apply([declined], [new("d1", "9", "Agency", A.Moment)])[0].Disputed);
    }

    [Fact]
    public void Those_who_signed_a_commitment_and_those_named_beside_the_lead_are_asked_to_support()
    {
        SubmittedAnswer commitment = A.Answer(
            "commitments", _senate, ("action@9", "Hold a hearing"), ("organisation@9", "Senate"), ("co-signers@9", "Youth Council"), ("co-signers@9", "Nobody on the list"));

        PlanItem item = Item([commitment], [A.Proposal(_ngo, "9", "x", "Senate"), A.Proposal(_ministry, "9", "x", "Agency")]);

        Assert.Equal("Senate", item.Responsibility.Organisation);
        Assert.Equal(["Youth Council", "Agency"], item.Supporting.Select(s => s.Organisation));
    }

    [Fact]
    public void Who_may_be_quoted_is_kept_with_the_source_and_children_never_are()
    {
        PlannedAction action = Assert.Single(Item([], [Quoted(_ngo, "yes"), Quoted(_ministry, "no"), Quoted(_children, "yes")]).Actions);

        Assert.Equal(["Rights Now"], action.Sources.Select(s => s.Quoted).OfType<string>());
    }

    private static SubmittedAnswer Quoted(Stakeholder by, string quote) =>
        A.Answer("consultation", by, ("recommendations", "9"), ("action@9", "Train"), ("quote@9", quote));

    private static SubmittedAnswer Said(Stakeholder by, string priority) => A.Answer("consultation", by, ("recommendations", "9"), ("priority@9", priority));

    private static PlanItem Item(IReadOnlyList<SubmittedAnswer> commitments, IReadOnlyList<SubmittedAnswer> consultation) =>
        Assert.Single(PlanDraft.Make(_cycle, commitments, consultation));
}
