using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class ChildrensPriorityTests
{
    [Fact]
    public void Three_hundred_organisations_do_not_drown_the_children() =>
        Assert.Equal(2m, PriorityWeighing.Weigh(Enumerable.Repeat((StakeholderCategory.NationalNgo, "low"), 300), children: 1)!.Score);

    [Fact]
    public void What_children_did_not_choose_is_not_called_unimportant() =>
        Assert.Equal(3m, PriorityWeighing.Weigh([(StakeholderCategory.Ministry, "high")])!.Score);

    [Fact]
    public void What_matters_most_to_children_and_little_to_another_kind_is_disputed()
    {
        Assert.True(PriorityWeighing.IsContradictory(PriorityWeighing.Weigh([(StakeholderCategory.Ministry, "low")], children: 1)));
        Assert.False(PriorityWeighing.IsContradictory(PriorityWeighing.Weigh([(StakeholderCategory.Ministry, "medium")], children: 1)));
    }

    [Fact]
    public void Children_choose_clusters_and_each_recommendation_of_one_is_theirs()
    {
        CycleContents cycle = A.Cycle([A.Recommendation(9, cluster: 8), A.Recommendation(11, cluster: 8), A.Recommendation(13, cluster: 5), A.Recommendation(15, cluster: 2)]);

        PlanItem[] items = [.. new PlanDrafting(cycle, [], new Dictionary<string, decimal> { ["8"] = 0.5m, ["5"] = 0.25m, ["other"] = 0.1m }).Items()];

        Assert.Equal([3m, 3m, 2.5m, null], items.Select(i => i.Priority?.Score));
    }
}
