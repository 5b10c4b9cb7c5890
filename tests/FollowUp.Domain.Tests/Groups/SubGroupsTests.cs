using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Tests.Builders;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Groups;

[Properties(Arbitrary = [typeof(Casts)], MaxTest = 60)]
public sealed class SubGroupsTests
{
    [Property]
    public bool Every_recommendation_is_watched_by_one_sub_group(Cast cast) =>
        Form(cast).SelectMany(g => g.Recommendations).Order().SequenceEqual(cast.Cycle.Recommendations.Select(r => r.Key).Order());

    [Property]
    public bool Everybody_who_attends_is_in_one_sub_group(Cast cast) =>
        Form(cast).SelectMany(g => g.Members).Order().SequenceEqual(cast.Attending.Order());

    [Property]
    public bool A_sub_group_is_of_three_at_least_where_there_are_several_and_of_twice_the_smallest_at_most(Cast cast)
    {
        int[] sizes = [.. Form(cast).Select(g => g.Members.Count)];
        return sizes.Length == 1 || (sizes.Min() >= SubGroups.Smallest && sizes.Max() <= 2 * sizes.Min());
    }

    [Property]
    public bool Clusters_share_a_sub_group_only_where_too_few_chose_one_of_them_or_nobody_did(Cast cast)
    {
        ILookup<int, string> chose = cast.Attending.ToLookup(who => cast.Chosen[who]);
        Dictionary<string, int> clusters = cast.Cycle.Recommendations.ToDictionary(r => r.Key, r => r.Cluster);
        return Form(cast).All(g => g.Recommendations.Select(r => clusters[r]).Distinct().Count(c => chose[c].Count() >= SubGroups.Smallest) <= 1);
    }

    [Property]
    public bool Young_members_are_in_as_many_sub_groups_as_there_are_of_them(Cast cast)
    {
        IReadOnlyList<WorkingGroup> groups = Form(cast);
        int young = cast.Present.Count(IsYoung);
        return groups.Count(g => g.Members.Any(m => IsYoung(cast.Person(m)))) == Math.Min(young, groups.Count);
    }

    [Property]
    public bool An_organisation_records_wherever_one_is_there(Cast cast) => Form(cast).All(g =>
    {
        bool ngo = g.Members.Any(m => IsNgo(cast.Person(m)));
        return g.Members.Contains(g.Leader) && IsNgo(cast.Person(g.Leader)) == ngo;
    });

    [Property]
    public bool The_order_on_record_changes_nothing(Cast cast)
    {
        CycleContents reversed = cast.Cycle with
        {
            Recommendations = [.. cast.Cycle.Recommendations.Reverse()],
            Stakeholders = [.. cast.Cycle.Stakeholders.Reverse()],
        };
        return System.Text.Json.JsonSerializer.Serialize(Form(cast))
            == System.Text.Json.JsonSerializer.Serialize(SubGroups.Form(reversed, cast.Chosen.Reverse().ToDictionary(x => x.Key, x => x.Value)));
    }

    [Fact]
    public void Nobody_attending_makes_no_sub_group() =>
        Assert.Empty(SubGroups.Form(A.Cycle(stakeholders: [A.Stakeholder("a")]), new Dictionary<string, int>()));

    [Fact]
    public void Everybody_works_on_what_they_chose_where_nothing_demands_otherwise()
    {
        IReadOnlyList<WorkingGroup> groups = Form(("a", 1), ("b", 1), ("c", 1), ("d", 8), ("e", 8), ("f", 8), ("g", 8), ("h", 8), ("i", 8));

        Assert.Equal(["a", "b", "c"], groups.Single(g => g.Id == "monitoring-1").Members);
        Assert.Equal(["d", "e", "f", "g", "h", "i"], groups.Single(g => g.Id == "monitoring-8").Members);
    }

    [Fact]
    public void A_cluster_that_too_few_chose_shares_a_sub_group_and_nobody_is_moved()
    {
        IReadOnlyList<WorkingGroup> groups = Form(("a", 1), ("b", 1), ("c", 3), ("d", 3), ("e", 3), ("f", 8), ("g", 8), ("h", 8), ("i", 8));

        Assert.Equal(["monitoring-1", "monitoring-8"], groups.Select(g => g.Id));
        Assert.Equal(["a", "b", "c", "d", "e"], groups[0].Members);
        Assert.Equal(["9", "29"], groups[0].Recommendations);
    }

    [Fact]
    public void Where_one_cluster_is_crowded_those_move_whom_the_other_concerns()
    {
        CycleContents cycle = A.Cycle(
            [A.Recommendation(9, cluster: 1), A.Recommendation(66, cluster: 8)],
            [A.Stakeholder("a"), A.Stakeholder("b"), A.Stakeholder("c"), A.Stakeholder("d", clusters: [1]), .. "efghijk".Select(x => A.Stakeholder($"{x}"))]);

        IReadOnlyList<WorkingGroup> groups = SubGroups.Form(cycle, "abcdefghijk".ToDictionary(x => $"{x}", x => x <= 'c' ? 1 : 8));

        Assert.Equal(["a", "b", "c", "d"], groups.Single(g => g.Id == "monitoring-1").Members);
    }

    [Fact]
    public void Clusters_that_nobody_chose_go_where_there_is_least_to_do()
    {
        IReadOnlyList<WorkingGroup> groups = Form(("a", 1), ("b", 1), ("c", 1), ("d", 8), ("e", 8), ("f", 8));

        Assert.Equal(["9", "29"], groups.Single(g => g.Id == "monitoring-1").Recommendations);
        Assert.Equal(["66"], groups.Single(g => g.Id == "monitoring-8").Recommendations);
        Assert.All(groups, g => Assert.Equal("monitoring-plan", g.Meeting));
    }

    [Fact]
    public void Somebody_whose_cluster_has_no_recommendation_joins_a_sub_group_all_the_same()
    {
        CycleContents cycle = A.Cycle([A.Recommendation(9, cluster: 1)], [A.Stakeholder("a")]);

        WorkingGroup group = Assert.Single(SubGroups.Form(cycle, new Dictionary<string, int> { ["a"] = 2 }));

        Assert.Equal(("monitoring-1", "a"), (group.Id, group.Leader));
    }

    private static IReadOnlyList<WorkingGroup> Form(params (string Who, int Cluster)[] chosen) => SubGroups.Form(
        A.Cycle([A.Recommendation(9, cluster: 1), A.Recommendation(29, cluster: 3), A.Recommendation(66, cluster: 8)], chosen.Select(c => A.Stakeholder(c.Who))),
        chosen.ToDictionary(c => c.Who, c => c.Cluster));

    private static IReadOnlyList<WorkingGroup> Form(Cast cast) => SubGroups.Form(cast.Cycle, cast.Chosen);

    private static bool IsYoung(Stakeholder s) => s.Category == StakeholderCategory.ChildrenAndYouth;

    private static bool IsNgo(Stakeholder s) => s.Category is StakeholderCategory.NationalNgo or StakeholderCategory.InternationalNgo;
}
