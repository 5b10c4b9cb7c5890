using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Publication;

public sealed class PublishedPlansTests
{
    private static readonly AnswerSource _source = new("consultation~inv-a~r1@66-a", StakeholderCategory.NationalNgo);

    [Fact]
    public void A_composed_plan_fits_its_schema_field_by_field()
    {
        using JsonDocument schema = JsonDocument.Parse(PublicationJson.Schema);
        JsonElement plan = JsonSerializer.SerializeToElement(FullPlan(), PublicationJson.Options);

        Assert.Empty(new SchemaCheck(schema.RootElement).Of(plan));
    }

    [Fact]
    public void The_schema_would_notice_a_field_too_many_and_one_too_few()
    {
        using JsonDocument schema = JsonDocument.Parse(PublicationJson.Schema);
        System.Text.Json.Nodes.JsonNode plan = JsonSerializer.SerializeToNode(FullPlan(), PublicationJson.Options)!;
        plan["email"] = "x";
        plan["clusters"]![0]!["recommendations"]![0]!.AsObject().Remove("heading");

        Assert.Equal(
            ["/email: not in the schema", "/clusters/0/recommendations/0/heading: missing"],
            new SchemaCheck(schema.RootElement).Of(JsonSerializer.SerializeToElement(plan)).OrderBy(x => x.Length));
    }

    [Fact]
    public void A_plan_read_back_from_its_json_is_the_same()
    {
        string json = JsonSerializer.Serialize(FullPlan(), PublicationJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<PublishedPlan>(json, PublicationJson.Options), PublicationJson.Options));
    }

    [Fact]
    public void Khmer_stands_in_the_json_as_it_is_written()
    {
        string json = JsonSerializer.Serialize(FullPlan(), PublicationJson.Options);

        Assert.Contains("ការអប់រំ", json, StringComparison.Ordinal);
        Assert.Contains("\"national-ngo\":2", json, StringComparison.Ordinal);
        Assert.Contains("\"responsibilityState\":\"accepted\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void The_figures_count_what_the_plan_shows() =>
        Assert.Equivalent(
            new PlanFigures(3, 1, 1, 0, 1, 1, 1, new Dictionary<StakeholderCategory, int> { [StakeholderCategory.Ministry] = 1, [StakeholderCategory.NationalNgo] = 7 }),
            FullPlan().Figures);

    [Fact]
    public void Clusters_come_in_the_order_of_the_Convention_and_only_those_with_recommendations() =>
        Assert.Equal([1, 8], FullPlan().Clusters.Select(c => c.Number));

    [Fact]
    public void No_answer_can_be_traced_from_what_is_published() =>
        Assert.DoesNotContain("inv-a", JsonSerializer.Serialize(FullPlan(), PublicationJson.Options), StringComparison.Ordinal);

    [Fact]
    public void Neither_names_nor_addresses_are_published_whatever_field_they_were_written_in()
    {
        const string Leak = "Ask SOK  dara, or Chea Bopha at bopha.chea+x@mail.example.org";
        CycleContents cycle = A.Cycle(
            [A.Recommendation(66, "a", 8, text: Leak) with { Heading = Leak, ClusterAsPrinted = Leak, Uncertain = Leak, ReiteratedFrom = Leak }],
            [A.Stakeholder("a", contact: "Sok Dara")],
            [
                new(
                    "66-a",
                    [new(Leak, Leak, null, _source)],
                    [new(Leak, Leak, "one-year", Leak, Leak, [_source])],
                    new(Leak, ResponsibilityState.Declined, [_source], _source, Leak),
                    [new(Leak, Leak, null, Leak, _source)],
                    [new("progress-1", "done", "coalition", "Rights Now", "https://example.org/u?m=bopha%40example.org", Leak, null, _source)]),
            ],
            coordinators: [new("Chea Bopha", "bopha@example.org", "en")]);

        PublishedPlan plan = PublishedPlans.Compose(cycle with { Settings = cycle.Settings with { Title = Leak } }, 1, A.Moment, Nobody);
        string published = JsonSerializer.Serialize(plan, PublicationJson.Options) + JsonSerializer.Serialize(PlanRows.Of(plan));

        Assert.DoesNotContain("dara", published, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bopha", published, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Ask [removed], or [removed] at [removed]", plan.Title);
        Assert.Null(plan.Clusters[0].Recommendations[0].Progress[0].Evidence);
    }

    [Fact]
    public void Those_who_came_to_a_meeting_are_not_named_in_the_plan()
    {
        CycleContents cycle = A.Cycle(
            [A.Recommendation(66, "a", 8)], [A.Stakeholder("a")], [new("66-a", [new("Petra Quill prints it", "Rights Now", null, _source)], [], new(null, ResponsibilityState.Open, []), [], [])]);

        PublishedPlan plan = PublishedPlans.Compose(cycle, 1, A.Moment, Nobody, NamesGiven.In("Petra Quill, two of our best teachers of all\nTeachers"));

        Assert.Equal("[removed] prints it", Assert.Single(plan.Clusters[0].Recommendations[0].Commitments).Action);
    }

    [Fact]
    public void A_recommendation_without_an_item_is_shown_as_open()
    {
        PublishedRecommendation r = PublishedPlans.Compose(A.Cycle(), 1, A.Moment, Nobody).Clusters[0].Recommendations[0];

        Assert.Equal((null, ResponsibilityState.Open), (r.Responsible, r.ResponsibilityState));
    }

    [Fact]
    public void The_table_has_a_line_for_each_commitment_action_task_and_status_and_one_where_there_is_none()
    {
        IReadOnlyList<PlanRow> rows = [.. PlanRows.Of(FullPlan())];

        Assert.Equal(
            [("9", "none"), ("66-a", "commitment"), ("66-a", "action"), ("66-a", "task"), ("66-a", "status"), ("66-b", "none")],
            rows.Select(r => (r.Recommendation, r.Kind)));
        Assert.Equal(("2031-01-31", "Rights Now", "accepted"), (rows[1].Due, rows[1].Organisation, rows[1].ResponsibilityState));
        Assert.Equal(("one-year", 2), (rows[2].Due, rows[2].ProposedBy));
        Assert.Equal(("government", "https://example.org/law", "adopted"), (rows[4].Assessor, rows[4].Evidence, rows[4].LawStage));
    }

    private static Dictionary<StakeholderCategory, int> Nobody => [];

    private static PublishedPlan FullPlan() => PublishedPlans.Compose(
        A.Cycle(
            [
                A.Recommendation(66, "b", 8),
                A.Recommendation(66, "a", 8, urgent: true, reiterated: "CRC/C/15/Add.128 ¶14") with
                {
                    Texts = new Dictionary<string, RecommendationText> { ["km"] = new("ការអប់រំ", TextStatus.Checked), ["en"] = new("Education", TextStatus.Official) },
                },
                A.Recommendation(9),
            ],
            [A.Stakeholder("a")],
            [
                new(
                    "66-a",
                    [new("Write to the ministry", "Rights Now", new DateOnly(2031, 1, 31), _source)],
                    [new("Train teachers", "In schools", "one-year", "teachers trained", "20,000 USD", [_source, _source])],
                    new("Ministry of Education", ResponsibilityState.Accepted, [_source], _source),
                    [new("Visit schools", "visits", new DateOnly(2031, 6, 30), "Rights Now", _source)],
                    [new("progress-1", "under-way", "government", "Ministry of Education", "https://example.org/law", "No money", "adopted", _source)]),
            ]),
        1,
        A.Moment,
        new Dictionary<StakeholderCategory, int> { [StakeholderCategory.NationalNgo] = 7, [StakeholderCategory.Ministry] = 1 });
}
