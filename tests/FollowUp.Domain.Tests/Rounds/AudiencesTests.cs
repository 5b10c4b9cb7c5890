using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Rounds;

public sealed class AudiencesTests
{
    private static readonly Stakeholder _ministry = A.Stakeholder("moeys", StakeholderCategory.Ministry, "Ministry of Education", "Somebody Else", 8);
    private static readonly Stakeholder _ngo = A.Stakeholder("ngo", StakeholderCategory.NationalNgo, "Rights Now");
    private static readonly Stakeholder _foreign = A.Stakeholder("foreign", StakeholderCategory.InternationalNgo);
    private static readonly Stakeholder _young = A.Stakeholder("young", StakeholderCategory.ChildrenAndYouth);
    private static readonly CycleContents _cycle = A.Cycle(
        [A.Recommendation(9), A.Recommendation(11, urgent: true), A.Recommendation(66, "a", 8)], [_ministry, _ngo, _foreign, _young]);

    [Fact]
    public void Everybody_is_asked_to_the_workshop() =>
        Assert.Equal(["moeys", "ngo", "foreign", "young"], Audiences.Everybody(_cycle).Select(a => a.Who));

    [Fact]
    public void Coordinators_are_asked_by_number() =>
        Assert.Equal(["coordinator-1"], Audiences.Coordinators(_cycle).Select(a => a.Who));

    [Fact]
    public void What_concerns_somebody_comes_first_then_what_is_urgent_then_the_order_of_the_document()
    {
        IReadOnlyList<Addressee> asked = Audiences.EverybodyByCluster(_cycle);

        Assert.Equal(["66-a", "11", "9"], asked.Single(a => a.Who == "moeys").Recommendations);
        Assert.Equal(["11", "9", "66-a"], asked.Single(a => a.Who == "ngo").Recommendations);
    }

    [Fact]
    public void What_concerns_somebody_is_told_from_the_rest()
    {
        CycleContents cycle = _cycle with
        {
            Recommendations = [A.Recommendation(9), A.Recommendation(11, urgent: true), A.Recommendation(66, "a", 8), A.Recommendation(70), A.Recommendation(71) with { Starred = true }],
            Groups = [new("workshop-1", "commitments", "ngo", ["ngo", "moeys"], ["70"]), new("monitoring-1", "monitoring-plan", "foreign", ["foreign"], ["9"])],
        };

        IReadOnlyList<Addressee> asked = Audiences.EverybodyByCluster(cycle);

        Addressee ministry = asked.Single(a => a.Who == "moeys");
        Assert.Equal(["70", "66-a", "11", "71", "9"], ministry.Recommendations);
        Assert.Equal(4, ministry.Concern);
        Addressee foreign = asked.Single(a => a.Who == "foreign");
        Assert.Equal(["11", "71", "9", "66-a", "70"], foreign.Recommendations);
        Assert.Equal(2, foreign.Concern);
    }

    [Fact]
    public void Where_nothing_stands_out_everything_concerns_somebody() =>
        Assert.Null(Audiences.EverybodyByCluster(_cycle with { Recommendations = [A.Recommendation(9)] }).Single(a => a.Who == "ngo").Concern);

    [Fact]
    public void The_monitoring_workshop_is_for_civil_society_and_children() =>
        Assert.Equal(["ngo", "foreign", "young"], Audiences.CivilSocietyAndChildren(_cycle).Select(a => a.Who));

    [Fact]
    public void The_leader_of_two_groups_of_a_meeting_is_asked_once_about_all_of_both()
    {
        CycleContents cycle = _cycle with
        {
            Groups =
            [
                new("workshop-1", "commitments", "ngo", ["ngo"], ["9"]),
                new("workshop-2", "commitments", "ngo", ["ngo"], ["66-a", "9"]),
                new("monitoring-1", "monitoring-plan", "young", ["young"], ["11"]),
            ],
        };

        Addressee asked = Assert.Single(Audiences.LeadersOf("commitments")(cycle));
        Assert.Equal("ngo", asked.Who);
        Assert.Equal(["9", "66-a"], asked.Recommendations);
    }

    [Fact]
    public void Organisations_are_asked_about_what_they_are_proposed_for_however_their_name_was_typed()
    {
        CycleContents cycle = _cycle with
        {
            Items =
            [
                Item("66-a", "ministry  of education", ResponsibilityState.Proposed),
                Item("9", "Ministry of Education", ResponsibilityState.Proposed),
                Item("11", "Ministry of Education", ResponsibilityState.Accepted),
            ],
        };

        Addressee asked = Assert.Single(Audiences.ProposedOrganisations(cycle));
        Assert.Equal("moeys", asked.Who);
        Assert.Equal(["9", "66-a"], asked.Recommendations);
    }

    [Fact]
    public void Who_took_something_on_and_who_watches_over_it_report_progress()
    {
        CycleContents cycle = _cycle with
        {
            Items =
            [
                Item("9", "Ministry of Education", ResponsibilityState.Assigned) with
                {
                    Monitoring = [new("Watch", null, null, "Rights Now", new("x~y~r1@9", StakeholderCategory.NationalNgo)), new("Look", null, null, "Unlisted", new("x~z~r1@9", StakeholderCategory.NationalNgo))],
                },
                Item("11", "Ministry of Education", ResponsibilityState.Declined),
            ],
        };

        Assert.Equal([("moeys", "9"), ("ngo", "9")], RoundKinds.Progress.Asked(cycle, "progress-1").Select(a => (a.Who, string.Join(",", a.Recommendations))));
    }

    [Theory]
    [InlineData("progress-3", "progress")]
    [InlineData("consultation", "consultation")]
    [InlineData("unknown", null)]
    public void The_kind_of_a_round_is_known_by_its_id(string round, string? kind) => Assert.Equal(kind, RoundKinds.Find(round)?.Id);

    private static PlanItem Item(string recommendation, string organisation, ResponsibilityState state) =>
        PlanItem.Empty(recommendation) with { Responsibility = new(organisation, state, []) };
}
