using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class CommitmentsTests
{
    private static readonly Stakeholder _leader = A.Stakeholder("leader", organisation: "Children First");
    private static readonly Stakeholder _ministry = A.Stakeholder("ministry", StakeholderCategory.Ministry, "Ministry of Children");
    private static readonly Stakeholder _agency = A.Stakeholder("agency", StakeholderCategory.UnAgency, "Agency for Children");

    private static CycleContents Cycle => A.Cycle([A.Recommendation(9), A.Recommendation(66, "a")], [_leader, _ministry, _agency]);

    [Fact]
    public void An_answer_to_the_first_version_of_the_form_is_one_commitment()
    {
        Commitment commitment = Assert.Single(Recorded(("action@9", "Print it"), ("organisation@9", "Ministry of Children"), ("by@9", "2031-01-01")));

        Assert.Equal(("Print it", "Ministry of Children", new DateOnly(2031, 1, 1), "9.1"), (commitment.Action, commitment.Organisation, commitment.By, commitment.Key));
        Assert.Empty(commitment.CoSigners);
    }

    [Fact]
    public void Up_to_three_commitments_to_a_recommendation_are_read() =>
        Assert.Equal(
            ["9.1 One", "9.2 Two", "9.3 Three"],
            Recorded(
                ("action@9", "One"), ("organisation@9", "A"), ("another@9", "yes"),
                ("action-2@9", "Two"), ("organisation-2@9", "B"), ("another-2@9", "yes"),
                ("action-3@9", "Three"), ("organisation-3@9", "C")).Select(c => $"{c.Key} {c.Action}"));

    [Fact]
    public void A_second_commitment_that_was_taken_back_is_none() =>
        Assert.Equal("One", Assert.Single(Recorded(
            ("action@9", "One"), ("organisation@9", "A"), ("another@9", "no"), ("action-2@9", "Two"), ("organisation-2@9", "B"))).Action);

    [Fact]
    public void A_promise_that_somebody_else_wrote_down_is_to_be_confirmed_by_who_made_it()
    {
        Assert.Equal(SignatureState.Open, Recorded(("action@9", "One"), ("organisation@9", "ministry of  children")).Single().Own?.State);
        Assert.Null(Recorded(("action@9", "One"), ("organisation@9", "Children First")).Single().Own);
        Assert.Equal(SignatureState.NotAsked, Recorded(("action@9", "One"), ("organisation@9", "Nobody on the list")).Single().Own?.State);
    }

    [Fact]
    public void Co_signers_are_named_once_and_never_beside_themselves()
    {
        Commitment commitment = Recorded(
            ("action@9", "One"), ("organisation@9", "Ministry of Children"),
            ("co-signers@9", "Agency for Children"), ("co-signers@9", "agency for children"), ("co-signers@9", "Ministry of Children"),
            ("co-signers@9", "Children First"), ("co-signers@9", "Village  teachers")).Single();

        Assert.Equal(
            [("Agency for Children", SignatureState.Open), ("Children First", SignatureState.Confirmed), ("Village teachers", SignatureState.NotAsked)],
            commitment.CoSigners.Select(s => (s.Organisation, s.State)));
    }

    [Fact]
    public void Who_is_named_is_asked_about_each_commitment_and_nobody_else_is()
    {
        CycleContents cycle = With(
            ("action@9", "One"), ("organisation@9", "Ministry of Children"), ("co-signers@9", "Agency for Children"), ("co-signers@9", "Children First"),
            ("another@9", "yes"), ("action-2@9", "Two"), ("organisation-2@9", "Ministry of Children"),
            ("action@66-a", "Three"), ("organisation@66-a", "Nobody on the list"), ("co-signers@66-a", "Agency for Children"));

        Assert.Equal(
            ["agency: 9.1 66-a.1", "ministry: 9.1 9.2"],
            RoundKinds.CoSigning.Audience(cycle).Select(a => $"{a.Who}: {string.Join(' ', a.Recommendations)}"));
    }

    [Fact]
    public void Replies_confirm_or_decline_and_silence_leaves_it_open()
    {
        CycleContents cycle = With(
            ("action@9", "One"), ("organisation@9", "Ministry of Children"), ("co-signers@9", "Agency for Children"),
            ("action@66-a", "Two"), ("organisation@66-a", "Ministry of Children"));
        SubmittedAnswer reply = A.Answer("co-signing", _ministry, ("reply@9.1", "confirm"), ("reply@66-a.1", "decline"));

        IReadOnlyList<PlanItem> once = CoSigning.Settle(cycle.Items, [reply], []);
        Commitment[] settled = [.. once.SelectMany(i => i.Commitments)];

        Assert.Equal((SignatureState.Confirmed, SignatureState.Open), (settled[0].Own!.State, settled[0].CoSigners[0].State));
        Assert.Equal((SignatureState.Declined, false), (settled[1].Own!.State, settled[1].Stands));
        Assert.Equal(Written(once), Written(CoSigning.Settle(once, [reply], [])));
    }

    [Fact]
    public void Who_gets_no_mail_was_not_asked()
    {
        CycleContents cycle = With(("action@9", "One"), ("organisation@9", "Ministry of Children"));

        Commitment settled = CoSigning.Settle(cycle.Items, [], ["Ministry of Children"]).SelectMany(i => i.Commitments).Single();

        Assert.Equal(SignatureState.NotAsked, settled.Own!.State);
    }

    [Fact]
    public void What_is_on_record_is_not_written_anew()
    {
        CycleContents cycle = With(("action@9", "One"), ("organisation@9", "Ministry of Children"));
        CycleContents settled = cycle with { Items = CoSigning.Settle(cycle.Items, [A.Answer("co-signing", _ministry, ("reply@9.1", "confirm"))], []) };

        Assert.Equal(Written(settled.Items), Written(GroupCommitments.Record(settled, [Answer(("action@9", "One"), ("organisation@9", "Ministry of Children"))])));
    }

    [Fact]
    public void The_plan_keeps_what_was_settled_and_proposes_nobody_who_declined()
    {
        CycleContents cycle = With(
            ("action@9", "One"), ("organisation@9", "Ministry of Children"),
            ("action@66-a", "Two"), ("organisation@66-a", "Agency for Children"));
        cycle = cycle with
        {
            Items = CoSigning.Settle(
                cycle.Items, [A.Answer("co-signing", _ministry, ("reply@9.1", "decline")), A.Answer("co-signing", _agency, ("reply@66-a.1", "confirm"))], []),
        };

        PlanItem[] items = [.. PlanDraft.Make(cycle, [], [])];

        Assert.Equal((null, SignatureState.Declined), (items[0].Responsibility.Organisation, items[0].Commitments[0].Own!.State));
        Assert.Equal(("Agency for Children", SignatureState.Confirmed), (items[1].Responsibility.Organisation, items[1].Commitments[0].Own!.State));
    }

    private static IEnumerable<Commitment> Recorded(params (string Key, string Value)[] answers) => With(answers).Items.SelectMany(i => i.Commitments);

    private static CycleContents With(params (string Key, string Value)[] answers) => Cycle with { Items = GroupCommitments.Record(Cycle, [Answer(answers)]) };

    private static SubmittedAnswer Answer(params (string Key, string Value)[] answers) => A.Answer("commitments", _leader, answers);

    private static string Written(IReadOnlyList<PlanItem> items) => System.Text.Json.JsonSerializer.Serialize(items);
}
