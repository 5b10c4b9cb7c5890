using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Tests.Builders;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Groups;

[Properties(Arbitrary = [typeof(Casts)], MaxTest = 60)]
public sealed class WorkingGroupsTests
{
    private static IReadOnlyList<WorkingGroup> Form(Cast cast) => WorkingGroups.Form(cast.Cycle, cast.Attending, cast.Groups);

    [Property]
    public bool Everybody_who_attends_is_in_one_group(Cast cast) =>
        Form(cast).SelectMany(g => g.Members).Order().SequenceEqual(cast.Attending.Order());

    [Property]
    public bool Sizes_differ_by_one_at_most(Cast cast) =>
        Form(cast).Max(g => g.Members.Count) - Form(cast).Min(g => g.Members.Count) <= 1;

    [Property]
    public bool Categories_are_spread_as_evenly_as_they_can_be(Cast cast)
    {
        IReadOnlyList<WorkingGroup> groups = Form(cast);
        return StakeholderCategories.All.All(category =>
        {
            int[] counts = [.. groups.Select(g => g.Members.Count(m => cast.Person(m).Category == category))];
            return counts.Max() - counts.Min() <= 1;
        });
    }

    [Property]
    public bool As_many_categories_lead_as_there_are_groups_or_categories(Cast cast)
    {
        IReadOnlyList<WorkingGroup> groups = Form(cast);
        int present = cast.Present.Select(s => s.Category).Distinct().Count();
        return groups.Select(g => cast.Person(g.Leader).Category).Distinct().Count() == Math.Min(groups.Count, present);
    }

    [Property]
    public bool Leaders_are_members_of_their_group(Cast cast) => Form(cast).All(g => g.Members.Contains(g.Leader));

    [Property]
    public bool Every_recommendation_is_in_exactly_one_group(Cast cast) =>
        Form(cast).SelectMany(g => g.Recommendations).Order().SequenceEqual(cast.Cycle.Recommendations.Select(r => r.Key).Order());

    [Property]
    public bool Loads_differ_by_one_at_most(Cast cast) =>
        Form(cast).Max(g => g.Recommendations.Count) - Form(cast).Min(g => g.Recommendations.Count) <= 1;

    [Property]
    public bool The_most_important_ones_are_shared_out_and_no_group_gets_them_all(Cast cast)
    {
        Dictionary<string, int> kinds = cast.Cycle.Recommendations.ToDictionary(r => r.Key, Workload.Kind);
        IReadOnlyList<WorkingGroup> groups = Form(cast);
        return Enumerable.Range(0, 4).All(kind =>
        {
            int[] counts = [.. groups.Select(g => g.Recommendations.Count(r => kinds[r] == kind))];
            return counts.Max() - counts.Min() <= 1;
        });
    }

    [Property]
    public bool A_cluster_is_cut_only_where_the_shares_of_two_groups_meet(Cast cast)
    {
        Dictionary<string, Recommendation> byKey = cast.Cycle.Recommendations.ToDictionary(r => r.Key);
        return Enumerable.Range(0, 4).All(kind =>
        {
            int[] clusters = [.. Form(cast).SelectMany(g => g.Recommendations.Select(r => byKey[r]).Where(r => Workload.Kind(r) == kind).Select(r => r.Cluster).Order())];
            return clusters.SequenceEqual(clusters.Order());
        });
    }

    [Property]
    public bool In_a_group_the_most_important_comes_first(Cast cast)
    {
        Dictionary<string, Recommendation> byKey = cast.Cycle.Recommendations.ToDictionary(r => r.Key);
        return Form(cast).All(g => g.Recommendations.SequenceEqual(g.Recommendations.Select(k => byKey[k]).MostImportantFirst().Select(r => r.Key)));
    }

    [Property]
    public bool A_proposed_number_makes_groups_of_eight_to_twelve_where_people_and_work_suffice(Cast cast)
    {
        int people = cast.Attending.Count;
        int proposed = WorkingGroups.Proposed(people);
        return cast.Groups is not null || proposed > cast.Cycle.Recommendations.Count || people < 16
            || Form(cast).All(g => g.Members.Count is >= 8 and <= 12);
    }

    [Property]
    public bool The_order_in_which_people_and_recommendations_are_on_record_changes_nothing(Cast cast)
    {
        CycleContents reversed = cast.Cycle with
        {
            Recommendations = [.. cast.Cycle.Recommendations.Reverse()],
            Stakeholders = [.. cast.Cycle.Stakeholders.Reverse()],
        };
        return Written(Form(cast)) == Written(WorkingGroups.Form(reversed, [.. cast.Attending.Reverse()], cast.Groups));
    }

    [Property]
    public bool The_number_of_groups_that_was_asked_for_is_kept_where_people_and_work_suffice(Cast cast) =>
        cast.Groups is not { } wanted
        || Form(cast).Count == Math.Clamp(wanted, 1, Math.Min(cast.Attending.Count, cast.Cycle.Recommendations.Count));

    [Fact]
    public void Nobody_attending_makes_no_group() =>
        Assert.Empty(WorkingGroups.Form(A.Cycle(stakeholders: [A.Stakeholder("a")]), []));

    [Fact]
    public void Somebody_who_is_not_a_stakeholder_is_not_seated() =>
        Assert.Empty(WorkingGroups.Form(A.Cycle(stakeholders: [A.Stakeholder("a")]), ["stranger"]));

    [Fact]
    public void Groups_are_named_in_order_and_answer_for_the_commitments()
    {
        IReadOnlyList<WorkingGroup> groups = WorkingGroups.Form(
            A.Cycle([A.Recommendation(9), A.Recommendation(11)], [A.Stakeholder("a"), A.Stakeholder("b")]), ["a", "b"], 2);

        Assert.Equal(["workshop-1", "workshop-2"], groups.Select(g => g.Id));
        Assert.All(groups, g => Assert.Equal("commitments", g.Meeting));
    }

    [Fact]
    public void Groups_have_eight_to_twelve_people_wherever_that_can_be()
    {
        for (int people = 1; people <= 5_000; people++)
        {
            int groups = WorkingGroups.Proposed(people);
            bool possible = Enumerable.Range(1, people).Any(g => people / g >= 8 && (people + g - 1) / g <= 12);
            bool good = people / groups >= 8 && (people + groups - 1) / groups <= 12;
            Assert.True(good || !possible || people is 15, $"{people} people in {groups} groups");
        }
    }

    [Fact]
    public void A_leader_of_each_kind_is_found_where_dealing_people_round_would_miss_it()
    {
        StakeholderCategory[] kinds =
        [
            StakeholderCategory.Ministry, StakeholderCategory.Senate, StakeholderCategory.UnAgency,
            StakeholderCategory.NationalNgo, StakeholderCategory.NationalNgo,
            StakeholderCategory.ChildrenAndYouth, StakeholderCategory.ChildrenAndYouth,
        ];
        Stakeholder[] people = [.. kinds.Select((k, n) => A.Stakeholder($"s{n}", k))];
        Cast cast = new(A.Cycle(Enumerable.Range(1, 5).Select(n => A.Recommendation(n)), people), [.. people.Select(p => p.Id)], new Dictionary<string, int>(), 5);

        Assert.Equal(5, Form(cast).Select(g => cast.Person(g.Leader).Category).Distinct().Count());
        Assert.True(Sizes_differ_by_one_at_most(cast));
    }

    [Fact]
    public void Five_thousand_people_are_seated()
    {
        Cast cast = Cast.Of([1_500, 900, 1_100, 700, 250, 50, 200, 300], [], [.. Enumerable.Range(0, 300).Select(n => 1 + (n % 11))], null, 1);

        IReadOnlyList<WorkingGroup> groups = Form(cast);

        Assert.Equal(300, groups.Count);
        Assert.Equal(5_000, groups.Sum(g => g.Members.Count));
        Assert.True(groups.Max(g => g.Members.Count) - groups.Min(g => g.Members.Count) <= 1);
    }

    private static string Written(IReadOnlyList<WorkingGroup> groups) => System.Text.Json.JsonSerializer.Serialize(groups);
}
