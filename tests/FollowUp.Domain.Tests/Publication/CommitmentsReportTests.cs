using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Publication;

public sealed class CommitmentsReportTests
{
    private static readonly Stakeholder _leader = A.Stakeholder("leader", organisation: "Children First", contact: "Nadia Goodwin");
    private static readonly Stakeholder _ministry = A.Stakeholder("ministry", StakeholderCategory.Ministry, "Ministry of Children", "Minna Istry");
    private static readonly Stakeholder _agency = A.Stakeholder("agency", StakeholderCategory.UnAgency, "Agency for Children", "Agnes Ency");

    [Fact]
    public void It_fits_its_schema_field_by_field()
    {
        using JsonDocument schema = JsonDocument.Parse(PublicationJson.ReportSchema);

        Assert.Empty(new SchemaCheck(schema.RootElement).Of(JsonSerializer.SerializeToElement(Report(), PublicationJson.Options)));
        Assert.NotEmpty(new SchemaCheck(schema.RootElement).Of(JsonSerializer.SerializeToElement(Report() with { NotTakenUp = ["No Key"] }, PublicationJson.Options)));
    }

    [Fact]
    public void Read_back_from_its_json_it_is_the_same()
    {
        string json = JsonSerializer.Serialize(Report(), PublicationJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CommitmentsReport>(json, PublicationJson.Options), PublicationJson.Options));
        Assert.Contains("\"state\":\"not-asked\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_count_what_it_shows() =>
        Assert.Equal(new CommitmentFigures(3, 1, 2, 1, 2, Confirmed: 2, Open: 1, Declined: 1, NotAsked: 1), Report().Figures);

    [Fact]
    public void What_nobody_took_up_comes_with_the_most_important_first() => Assert.Equal(["66-b", "70"], Report().NotTakenUp);

    [Fact]
    public void Each_organisation_finds_what_it_commits_to_and_takes_part_in()
    {
        ReportedOrganisation agency = Report().Organisations.Single(o => o.Organisation == "Agency for Children");

        Assert.Equal(["Agency for Children", "Children First", "Ministry of Children", "Village teachers"], Report().Organisations.Select(o => o.Organisation));
        Assert.Equal((StakeholderCategory.UnAgency, "66-b.1", "9.1"), (agency.Category, Assert.Single(agency.Commits), Assert.Single(agency.TakesPart)));
        Assert.Null(Report().Organisations[^1].Category);
    }

    [Fact]
    public void It_tells_whom_the_workshop_reached()
    {
        Assert.Equal([new ReportedReach(StakeholderCategory.Ministry, 1, 1, 1), new(StakeholderCategory.NationalNgo, 1, 1, 1), new(StakeholderCategory.UnAgency, 1, 0, 0)], Report().Reach);
        Assert.False(Report().AttendanceRecorded);
    }

    [Fact]
    public void Where_it_is_recorded_those_count_who_came_and_not_those_who_said_so()
    {
        CommitmentsReport report = Report(["agency"]);

        Assert.True(report.AttendanceRecorded);
        Assert.Equal([0, 0, 1], report.Reach.Select(r => r.Attended));
    }

    [Fact]
    public void No_name_and_no_address_is_in_it_wherever_it_was_written()
    {
        string json = JsonSerializer.Serialize(Report(), PublicationJson.Options);

        Assert.All(
            new[] { "Nadia Goodwin", "Minna Istry", "Agnes Ency", "Coordinating Person", "Sok Dara", "@example.org" },
            name => Assert.DoesNotContain(name, json, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Ask [removed] or [removed], not [removed]", json, StringComparison.Ordinal);
    }

    private static CommitmentsReport Report(IReadOnlyList<string>? came = null)
    {
        CycleContents cycle = A.Cycle(
            [A.Recommendation(9), A.Recommendation(66, "b", cluster: 5, urgent: true), A.Recommendation(70)],
            [_leader, _ministry, _agency],
            groups: [new("workshop-1", "commitments", "leader", ["leader", "ministry"], ["66-b", "9", "70"])]);
        SubmittedAnswer written = A.Answer(
            "commitments", _leader,
            ("action@9", "Ask Nadia Goodwin or minna istry, not Sok Dara"), ("organisation@9", "Ministry of Children"), ("co-signers@9", "Agency for Children"),
            ("co-signers@9", "Village teachers"), ("another@9", "yes"), ("action-2@9", "Write to agnes@example.org"), ("organisation-2@9", "Children First"),
            ("action@66-b", "Not ours"), ("organisation@66-b", "Agency for Children"));
        cycle = cycle with { Items = GroupCommitments.Record(cycle, [written]) };
        cycle = cycle with
        {
            Items = CoSigning.Settle(
                cycle.Items, [A.Answer("co-signing", _ministry, ("reply@9.1", "confirm")), A.Answer("co-signing", _agency, ("reply@66-b.1", "decline"))], []),
        };
        SubmittedAnswer[] replies =
        [
            A.Answer("workshop-invitation", _leader, ("attending", "yes"), ("people", "2"), ("names", "Sok Dara\nTeachers")),
            A.Answer("workshop-invitation", _ministry, ("attending", "yes"), ("people", "1")),
        ];
        return CommitmentsReports.Compose(cycle, Attendance.Of(cycle, ["leader", "ministry", "agency"], replies, came), A.Moment);
    }
}
