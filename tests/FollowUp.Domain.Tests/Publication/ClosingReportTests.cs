using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Publication;

public sealed class ClosingReportTests
{
    [Fact]
    public void Recommendations_stand_in_the_order_of_the_Committee_s_clusters_and_none_is_missing()
    {
        ClosingReport report = Of([A.Recommendation(40, cluster: 9), A.Recommendation(12, cluster: 3), A.Recommendation(13, cluster: 1), A.Recommendation(11, cluster: 3)]);

        Assert.Equal([1, 3, 9], report.Clusters.Select(c => c.Number));
        Assert.Equal(["13", "11", "12", "40"], report.Items.Select(i => i.Key));
    }

    [Fact]
    public void What_is_urgent_is_more_important_than_what_was_said_before_and_that_than_the_rest()
    {
        ClosingReport report = Of([A.Recommendation(1), A.Recommendation(2, reiterated: "CRC/C/15/Add.128 ¶14"), A.Recommendation(3, urgent: true), A.Recommendation(4)]);

        Assert.Equal(["3", "2", "1", "4"], report.Items.OrderBy(i => i.Importance).Select(i => i.Key));
    }

    [Fact]
    public void It_tells_the_newest_word_of_each_organisation_and_how_it_came_to_that()
    {
        PublishedStatus[] said =
        [
            Said("coalition", "not-started", 1), Said("government", "not-started", 1), Said("government", "not-started", 2), Said("government", "under-way", 3), Said("government", "done", 4),
        ];
        ClosingItem item = Of([A.Recommendation(1)], said).Items.Single();

        Assert.Equal([("government", "done"), ("coalition", "not-started")], item.Views.Select(v => (v.Newest.Assessor, v.Newest.Status)));
        Assert.Equal(["not-started", "under-way"], item.Views[0].Earlier.Select(e => e.Status));
        Assert.True(item.Contested);
    }

    [Fact]
    public void What_fits_is_told_whole()
    {
        ClosingReport report = Of([A.Recommendation(1), A.Recommendation(2)]);

        Assert.All(ClosingReports.Within(report, (_, detail) => 10 - (int)detail, 20).Values, detail => Assert.Equal(ClosingDetail.Whole, detail));
    }

    [Fact]
    public void What_is_least_important_is_shortened_first()
    {
        ClosingReport report = Of([A.Recommendation(1), A.Recommendation(2, urgent: true), A.Recommendation(3)]);

        IReadOnlyDictionary<string, ClosingDetail> told = ClosingReports.Within(report, (_, detail) => 10 - (int)detail, 28);

        Assert.Equal((ClosingDetail.WithoutQuote, ClosingDetail.Whole, ClosingDetail.WithoutQuote), (told["1"], told["2"], told["3"]));
    }

    [Property(MaxTest = 200)]
    public void Whatever_there_is_to_tell_it_is_within_the_limit_where_it_can_be_and_no_recommendation_goes(byte[] lengths, ushort limit)
    {
        ClosingReport report = Of([.. lengths.Select((_, n) => A.Recommendation(n + 1, urgent: n % 7 == 0))]);

        IReadOnlyDictionary<string, ClosingDetail> told = ClosingReports.Within(report, Words, limit);

        Assert.Equal(report.Items.Select(i => i.Key).Order(), told.Keys.Order());
        int sum = report.Items.Sum(i => Words(i, told[i.Key]));
        Assert.True(sum <= limit || sum == report.Items.Sum(i => Enum.GetValues<ClosingDetail>().Min(d => Words(i, d))), $"{sum} of {limit}");
        ClosingDetail most = told.Values.DefaultIfEmpty().Max();
        Assert.All(told.Values, detail => Assert.InRange(most - detail, 0, 1));

        int Words(ClosingItem item, ClosingDetail detail) => (lengths[int.Parse(item.Key, System.Globalization.CultureInfo.InvariantCulture) - 1] + 5) * (5 - (int)detail);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Adopt the child-friendly law, and\nfund it.", 7)]
    [InlineData("¶66(a) l’enfant", 2)]
    [InlineData("توصي اللجنة بأن", 3)]
    [InlineData("សិទ្ធិកុមារ", 2)]
    [InlineData("សិទ្ធិ\u200Bកុមារ", 2)]
    [InlineData("ក្រសួងយុត្តិធម៌ និង UNICEF", 5)]
    [InlineData("儿童权利", 2)]
    public void Words_are_counted_as_a_secretariat_counts_them_and_in_scripts_without_spaces_by_clusters(string text, int words) =>
        Assert.Equal(words, WordCount.Of(text));

    private static ClosingReport Of(Recommendations.Recommendation[] recommendations, params PublishedStatus[] said)
    {
        PublishedPlan plan = PublishedPlans.Compose(A.Cycle(recommendations), 4, A.Moment, new Dictionary<StakeholderCategory, int>());
        return ClosingReports.Compose(plan with { Clusters = [.. plan.Clusters.Select(c => c with { Recommendations = [.. c.Recommendations.Select(r => r with { Progress = said })] })] });
    }

    private static PublishedStatus Said(string assessor, string status, int round) =>
        new($"progress-{round}", status, assessor, $"Organisation of {assessor}", null, null, null) { On = new(2031, round, 1) };
}
