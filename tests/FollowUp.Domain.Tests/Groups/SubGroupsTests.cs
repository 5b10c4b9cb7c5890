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
    public bool Each_cluster_with_recommendations_and_people_has_its_sub_group(Cast cast)
    {
        string[] wanted = [.. cast.Cycle.Recommendations.Select(r => r.Cluster).Intersect(cast.Chosen.Values).Select(c => $"monitoring-{c}")];
        return wanted.Length == 0 ? Form(cast).Count == 1 : Form(cast).Select(g => g.Id).Order().SequenceEqual(wanted.Order());
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
    public void Clusters_that_nobody_chose_go_to_the_smallest_sub_groups()
    {
        CycleContents cycle = A.Cycle(
            [A.Recommendation(9, cluster: 1), A.Recommendation(29, cluster: 3), A.Recommendation(66, cluster: 8)],
            [A.Stakeholder("a"), A.Stakeholder("b"), A.Stakeholder("c")]);

        IReadOnlyList<WorkingGroup> groups = SubGroups.Form(cycle, new Dictionary<string, int> { ["a"] = 1, ["b"] = 1, ["c"] = 8 });

        Assert.Equal(["9"], groups.Single(g => g.Id == "monitoring-1").Recommendations);
        Assert.Equal(["29", "66"], groups.Single(g => g.Id == "monitoring-8").Recommendations);
        Assert.All(groups, g => Assert.Equal("monitoring-plan", g.Meeting));
    }

    [Fact]
    public void Somebody_whose_cluster_has_no_recommendation_joins_a_sub_group_all_the_same()
    {
        CycleContents cycle = A.Cycle([A.Recommendation(9, cluster: 1)], [A.Stakeholder("a")]);

        WorkingGroup group = Assert.Single(SubGroups.Form(cycle, new Dictionary<string, int> { ["a"] = 2 }));

        Assert.Equal(("monitoring-1", "a"), (group.Id, group.Leader));
    }

    private static IReadOnlyList<WorkingGroup> Form(Cast cast) => SubGroups.Form(cast.Cycle, cast.Chosen);

    private static bool IsYoung(Stakeholder s) => s.Category == StakeholderCategory.ChildrenAndYouth;

    private static bool IsNgo(Stakeholder s) => s.Category is StakeholderCategory.NationalNgo or StakeholderCategory.InternationalNgo;
}
