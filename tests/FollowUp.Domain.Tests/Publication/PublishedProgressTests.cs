using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Publication;

public sealed class PublishedProgressTests
{
    [Fact]
    public void Each_assessor_s_view_stands_beside_the_others()
    {
        PublishedProgress progress = Of(Said("government", "done"), Said("coalition", "done-without-effect"), Said("children", "contrary"));

        Assert.Equal(
            [("government", "done"), ("coalition", "done-without-effect"), ("children", "contrary")],
            progress.Recommendations[0].Views.Select(v => (v.Assessor, v.Status)));
        Assert.True(progress.Recommendations[0].Contested);
        Assert.Equal(["1"], progress.Contested);
    }

    [Fact]
    public void Assessors_have_one_order_and_one_that_is_not_known_comes_last()
    {
        PublishedProgress progress = Of(
            Said("weather-office", "done"), Said("other", "done"), Said("human-rights-institution", "done"), Said("children", "done"), Said("coalition", "done"), Said("government", "done"));

        Assert.Equal(["government", "coalition", "children", "human-rights-institution", "other", "weather-office"], progress.ByAssessor.Select(t => t.Assessor));
        Assert.Empty(progress.Contested);
    }

    [Fact]
    public void An_organisation_s_newest_word_counts_whatever_the_order_of_the_rounds()
    {
        PublishedStatus letter = Said("government", "done", on: new(2031, 5, 1)) with { Round = "letters-1" };

        PublishedProgress progress = Of(letter, Said("government", "not-started", on: new(2031, 2, 1)));

        Assert.Equal("done", progress.Recommendations[0].Views.Single().Status);
        Assert.Equal("letters-1", progress.Recommendations[0].Views.Single().Organisations.Single().Round);
    }

    [Fact]
    public void Organisations_of_one_assessor_that_differ_are_no_dispute_between_assessors_and_no_average()
    {
        PublishedProgress progress = Of(Said("government", "done", "Ministry of Justice"), Said("government", "not-started", "Ministry of Health"));

        Assert.Equal(ProgressViews.Divided, progress.Recommendations[0].Views.Single().Status);
        Assert.Empty(progress.Contested);
    }

    [Fact]
    public void While_nobody_has_spoken_nothing_is_counted_and_every_recommendation_is_listed()
    {
        PublishedProgress progress = Of();

        Assert.Empty(progress.ByAssessor);
        Assert.Equal(["1", "2"], progress.NothingSaid);
        Assert.Equal(2, ProgressRows.Of(progress).Count());
    }

    [Fact]
    public void Once_anybody_has_spoken_the_silence_of_the_government_is_told()
    {
        ProgressTally government = Of(Said("children", "contrary")).ByAssessor[0];

        Assert.Equal(("government", ProgressViews.Silent, 2), (government.Assessor, government.Counts.Single().Value, government.Counts.Single().Recommendations.Count));
    }

    [Fact]
    public void The_ladder_of_laws_counts_only_what_somebody_named_a_stage_of()
    {
        PublishedProgress progress = Of(Said("government", "under-way") with { LawStage = "tabled" }, Said("coalition", "not-started"));

        Assert.Equal([("government", "tabled")], progress.Law.Select(t => (t.Assessor, t.Counts.Single().Value)));
    }

    [Fact]
    public void The_versions_before_stay_as_they_were_told()
    {
        PublishedProgress first = PublishedProgresses.Of(Plan(Said("government", "not-started")) with { Version = 3 }, null, "progress-1");
        PublishedProgress second = PublishedProgresses.Of(Plan(Said("government", "done")) with { Version = 4 }, first, "progress-2");

        Assert.Equal([(3, "progress-1"), (4, "progress-2")], second.OverTime.Select(p => (p.Version, p.Round)));
        Assert.Equal((1, 1), (second.OverTime[0].Tallies[0].Counts["not-started"], second.OverTime[1].Tallies[0].Counts["done"]));
    }

    [Fact]
    public void What_no_organisation_has_said_yes_to_stands_last_under_no_name()
    {
        PublishedPlan plan = Plan(Said("government", "done"));
        PublishedRecommendation[] two = [.. plan.Clusters[0].Recommendations];
        two[1] = two[1] with { Responsible = "Ministry of Silence", ResponsibilityState = ResponsibilityState.NotConfirmed };

        PublishedProgress progress = PublishedProgresses.Of(plan with { Clusters = [plan.Clusters[0] with { Recommendations = two }] });

        Assert.Equal(["Ministry of Justice", null], progress.ByOrganisation.Select(o => o.Organisation));
    }

    [Property(MaxTest = 60)]
    public void Whatever_is_said_each_assessor_s_counts_are_all_recommendations_once(byte[] said)
    {
        string[] statuses = ["not-started", "under-way", "done", "done-without-effect", "contrary", "unheard-of"];
        PublishedStatus[] all = [.. said.Select((b, n) => Said(ProgressViews.Assessors[b % 5], statuses[b / 5 % 6], $"Organisation {b / 30 % 4}", new(2031, 1, 1 + n % 28)))];
        PublishedProgress progress = Of(all);

        IEnumerable<(IReadOnlyList<ProgressTally> Tallies, int Of)> breakdowns =
        [
            (progress.ByAssessor, progress.Recommendations.Count),
            .. progress.ByCluster.Select(c => (c.Tallies, c.Recommendations)),
            .. progress.ByOrganisation.Select(o => (o.Tallies, o.Recommendations)),
        ];
        Assert.All(breakdowns, b => Assert.All(b.Tallies, t =>
        {
            string[] counted = [.. t.Counts.SelectMany(c => c.Recommendations)];
            Assert.Equal(b.Of, counted.Length);
            Assert.Equal(counted.Distinct(), counted);
        }));
        Assert.Equal(progress.Recommendations.Count, progress.ByOrganisation.Sum(o => o.Recommendations));
    }

    [Fact]
    public void The_data_is_as_its_schema_says()
    {
        using JsonDocument schema = JsonDocument.Parse(PublicationJson.ProgressSchema);
        PublishedProgress first = Of(Said("government", "done") with { LawStage = "adopted" });
        PublishedProgress progress = PublishedProgresses.Of(Plan(Said("coalition", "contrary")) with { Version = 4 }, first, "progress-2");

        Assert.Empty(new SchemaCheck(schema.RootElement).Of(JsonSerializer.SerializeToElement(progress, PublicationJson.Options)));
        Assert.NotEmpty(new SchemaCheck(schema.RootElement).Of(JsonSerializer.SerializeToElement(progress with { Contested = ["No Key"] }, PublicationJson.Options)));
        Assert.Equal(
            JsonSerializer.Serialize(progress, PublicationJson.Options),
            JsonSerializer.Serialize(JsonSerializer.Deserialize<PublishedProgress>(JsonSerializer.Serialize(progress, PublicationJson.Options), PublicationJson.Options), PublicationJson.Options));
    }

    private static PublishedProgress Of(params PublishedStatus[] said) => PublishedProgresses.Of(Plan(said));

    /// <summary>Two recommendations; all is said about the first.</summary>
    private static PublishedPlan Plan(params PublishedStatus[] said)
    {
        PublishedPlan plan = PublishedPlans.Compose(A.Cycle([A.Recommendation(1), A.Recommendation(2)]), 3, A.Moment, new Dictionary<StakeholderCategory, int>());
        PublishedRecommendation[] two = [.. plan.Clusters[0].Recommendations];
        two[0] = two[0] with { Responsible = "Ministry of Justice", ResponsibilityState = ResponsibilityState.Accepted, Progress = said };
        return plan with { Clusters = [plan.Clusters[0] with { Recommendations = two }] };
    }

    private static PublishedStatus Said(string assessor, string status, string organisation = "One", DateOnly? on = null) =>
        new("progress-1", status, assessor, organisation, null, null, null) { On = on };
}
