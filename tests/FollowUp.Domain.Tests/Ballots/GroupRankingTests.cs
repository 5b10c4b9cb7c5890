using FollowUp.Domain.Ballots;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Ballots;

public sealed class GroupRankingTests
{
    private static readonly Stakeholder _leader = A.Stakeholder("leader");
    private static readonly Stakeholder _member = A.Stakeholder("member");
    private static readonly WorkingGroup _group = new("monitoring-8", "monitoring-plan", "leader", ["leader", "member"], ["66-a", "66-b", "70"]);

    [Fact]
    public void Ballots_of_others_late_ones_and_hands_that_somebody_else_counted_are_left_out()
    {
        GroupBallots given = GroupBallots.Of(
            _group,
            [Ballot(_leader, "70=1"), Ballot(_member, "66-b=1") with { Late = true }, Ballot(A.Stakeholder("stranger"), "66-b=1")],
            [Hands(_member, "66-b=1")]);

        Assert.Equal(1, Assert.Single(given.Alone).Places["70"]);
        Assert.Empty(given.Hands);
    }

    [Fact]
    public void Only_the_newest_ballot_of_somebody_counts()
    {
        GroupBallots given = GroupBallots.Of(_group, [Ballot(_member, "70=1"), Ballot(_member, "66-a=1") with { Revision = 2 }], []);

        Assert.Equal(["66-a"], Assert.Single(given.Alone).Places.Keys);
    }

    [Fact]
    public void Orders_after_a_no_were_taken_back()
    {
        SubmittedAnswer two = Hands(_leader, "66-b=1", ("another", "yes"), ("order-2", "70=1"), ("people-2", "4"), ("another-2", "no"), ("order-3", "66-a=1"), ("people-3", "9"));
        SubmittedAnswer none = A.Answer("show-of-hands", _leader, ("voted", "no"), ("order", "70=1"), ("people", "4"));

        Assert.Equal([2, 4], GroupBallots.Of(_group, [], [two]).Hands.Select(b => b.People));
        Assert.Empty(GroupBallots.Of(_group, [], [none]).Hands);
    }

    [Fact]
    public void Where_nobody_voted_there_is_no_ranking() =>
        Assert.Null(GroupRanking.Of(_group, _group.Recommendations, new([], [])));

    [Fact]
    public void Those_that_share_a_place_stand_in_the_order_of_importance()
    {
        GroupRanking ranking = GroupRanking.Of(_group, _group.Recommendations, GroupBallots.Of(_group, [Ballot(_member, "70=1")], []))!;

        Assert.Equal(["70 1", "66-a 2", "66-b 2"], ranking.Recommendations.Select(r => $"{r.Key} {r.Place}"));
        Assert.Equal([[0, 1, 1], [0, 0, 0], [0, 0, 0]], ranking.Pairwise);
    }

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(3, true, true)]
    public void What_one_person_voted_is_not_published_and_of_two_only_the_places(int people, bool published, bool counted)
    {
        GroupRanking ranking = GroupRanking.Of(_group, _group.Recommendations, GroupBallots.Of(_group, [], [A.Answer("show-of-hands", _leader, ("voted", "yes"), ("order", "70=1"), ("people", $"{people}"))]))!;
        PublishedRanking? told = PublishedRanking.Of(ranking, new Dictionary<string, int> { ["66-a"] = 8, ["66-b"] = 8, ["70"] = 9 });

        Assert.Equal(published, told is not null);
        Assert.Equal(counted, told is { Ballots: 0, Hands: not null, Pairwise: not null } && told.Recommendations.All(p => p.Borda is not null));
        Assert.Equal(published && !counted, told is { Ballots: null, Hands: null, Pairwise: null } && told.Recommendations.All(p => p.Borda is null));
        Assert.Equal(published ? new[] { 8, 9 } : null, told?.Clusters);
    }

    private static SubmittedAnswer Ballot(Stakeholder by, params string[] places) => A.Answer("ballot", by, [.. places.Select(p => ("order", p))]);

    private static SubmittedAnswer Hands(Stakeholder by, string place, params (string, string)[] more) =>
        A.Answer("show-of-hands", by, [("voted", "yes"), ("order", place), ("people", "2"), .. more]);
}
