using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Plans;

public sealed class StatusViewsTests
{
    [Fact]
    public void The_newest_view_of_each_organisation_counts_and_stands_beside_those_of_the_others()
    {
        PlanItem item = Item(
            View("Ministry", "government", "not-started", 1),
            View("Ministry", "government", "done", 2),
            View("Watch", "coalition", "under-way", 1),
            View("  watch ", "coalition", "under-way", 2));

        IReadOnlyList<StatusReport> newest = StatusViews.Newest(item);

        Assert.Equal([("government", "done"), ("coalition", "under-way")], newest.Select(r => (r.Assessor, r.Status)));
        Assert.Equal(4, item.Progress.Count);
    }

    [Fact]
    public void Views_of_two_assessors_that_differ_now_are_contested() =>
        Assert.True(StatusViews.IsContested(Item(View("Ministry", "government", "done", 2), View("Watch", "coalition", "done-without-effect", 1))));

    [Fact]
    public void A_view_that_was_given_up_contests_nothing_any_more() =>
        Assert.False(StatusViews.IsContested(Item(
            View("Ministry", "government", "under-way", 1), View("Watch", "coalition", "not-started", 1), View("Watch", "coalition", "under-way", 2))));

    [Fact]
    public void Two_organisations_of_the_coalition_that_differ_contest_nothing() =>
        Assert.False(StatusViews.IsContested(Item(View("One", "coalition", "done", 1), View("Other", "coalition", "under-way", 1))));

    [Fact]
    public void Who_said_nothing_contests_nothing() => Assert.False(StatusViews.IsContested(PlanItem.Empty("9")));

    [Fact]
    public void Whoever_speaks_last_in_a_list_without_times_is_the_newest() =>
        Assert.Equal("done", Assert.Single(StatusViews.Newest(Item(
            View("Ministry", "government", "under-way", 1) with { At = null }, View("Ministry", "government", "done", 1) with { At = null }))).Status);

    [Fact]
    public void The_human_rights_institution_speaks_for_itself() =>
        Assert.Equal("human-rights-institution", StatusReports.AssessorOf(StakeholderCategory.HumanRightsInstitution));

    [Fact]
    public void Every_category_is_one_of_the_assessors() =>
        Assert.All(StakeholderCategories.All, c => Assert.Contains(StatusReports.AssessorOf(c), StatusViews.Assessors));

    private static PlanItem Item(params StatusReport[] views) => PlanItem.Empty("9") with { Progress = views };

    private static StatusReport View(string organisation, string assessor, string status, int day) =>
        new("progress-1", status, assessor, organisation, null, null, null, new("progress-1~x~r1@9", StakeholderCategory.Ministry)) { At = A.Moment.AddDays(day) };
}
