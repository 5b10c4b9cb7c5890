using FollowUp.Domain.Groups;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Tests.Builders;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Groups;

[Properties(Arbitrary = [typeof(Casts)], MaxTest = 40)]
public sealed class GroupMovesTests
{
    private static readonly IReadOnlyList<WorkingGroup> _groups =
    [
        new("workshop-1", "commitments", "a", ["a", "b", "c"], ["9", "66-a"]),
        new("workshop-2", "commitments", "d", ["d"], ["70"]),
    ];

    private static readonly Recommendation[] _recommendations = [A.Recommendation(9), A.Recommendation(66, "a", urgent: true), A.Recommendation(70)];

    [Fact]
    public void Who_is_moved_leaves_one_group_and_joins_the_other_at_its_end()
    {
        IReadOnlyList<WorkingGroup> moved = GroupMoves.Person(_groups, "b", "workshop-2");

        Assert.Equal(["a c", "d b"], moved.Select(g => string.Join(' ', g.Members)));
        Assert.Equal(["a", "d"], moved.Select(g => g.Leader));
    }

    [Fact]
    public void Where_a_leader_is_moved_away_the_next_in_order_leads() =>
        Assert.Equal(["b", "d"], GroupMoves.Person(_groups, "a", "workshop-2").Select(g => g.Leader));

    [Fact]
    public void Who_was_in_no_group_can_be_put_into_one() =>
        Assert.Equal(["d", "late"], GroupMoves.Person(_groups, "late", "workshop-2")[1].Members);

    [Fact]
    public void The_last_of_a_group_stays()
    {
        Assert.Contains("only one in workshop-2", GroupMoves.Hindrance(_groups, "d", "workshop-1"), StringComparison.Ordinal);
        Assert.Same(_groups, GroupMoves.Person(_groups, "d", "workshop-1"));
        Assert.Null(GroupMoves.Hindrance(_groups, "d", "workshop-2"));
    }

    [Fact]
    public void A_group_that_is_gone_takes_nobody_and_nothing()
    {
        Assert.Same(_groups, GroupMoves.Person(_groups, "a", "workshop-9"));
        Assert.Same(_groups, GroupMoves.Recommendation(_groups, "9", "workshop-9", _recommendations));
    }

    [Fact]
    public void A_recommendation_that_is_moved_takes_its_place_by_importance() =>
        Assert.Equal(["9", "66-a 70"], GroupMoves.Recommendation(_groups, "66-a", "workshop-2", _recommendations).Select(g => string.Join(' ', g.Recommendations)));

    [Fact]
    public void Somebody_can_be_made_the_leader_of_their_own_group() =>
        Assert.Equal(["c", "d"], GroupMoves.Lead(_groups, "c").Select(g => g.Leader));

    [Property]
    public bool However_people_and_recommendations_are_moved_each_stays_in_one_group_with_a_leader_of_its_own(Cast cast, byte[] moves)
    {
        IReadOnlyList<WorkingGroup> groups = WorkingGroups.Form(cast.Cycle, cast.Attending, cast.Groups);
        foreach ((int n, byte move) in moves.Index())
        {
            string to = groups[move % groups.Count].Id;
            groups = (n % 3) switch
            {
                0 => GroupMoves.Person(groups, cast.Attending[(move * 7) % cast.Attending.Count], to),
                1 => GroupMoves.Recommendation(groups, cast.Cycle.Recommendations[(move * 5) % cast.Cycle.Recommendations.Count].Key, to, cast.Cycle.Recommendations),
                _ => GroupMoves.Lead(groups, cast.Attending[(move * 3) % cast.Attending.Count]),
            };
        }

        return groups.All(g => g.Members.Contains(g.Leader))
            && groups.SelectMany(g => g.Members).Order().SequenceEqual(cast.Attending.Order())
            && groups.SelectMany(g => g.Recommendations).Order().SequenceEqual(cast.Cycle.Recommendations.Select(r => r.Key).Order());
    }
}
