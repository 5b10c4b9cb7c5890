using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Progress;

public sealed class EvidenceRecordTests
{
    private static readonly string _sha = new('a', 64);
    private static readonly Stakeholder _ministry = A.Stakeholder("ministry", StakeholderCategory.Ministry);

    [Fact]
    public void A_file_is_in_no_published_plan_before_it_is_released_and_its_name_never()
    {
        CycleContents cycle = A.Cycle(stakeholders: [_ministry], items: [PlanItem.Empty("9")]);
        cycle = cycle with { Items = StatusReports.Record(cycle.Items, cycle, "progress-1", [Report()]) };

        PublishedStatus before = Published(cycle);
        PublishedStatus after = Published(cycle with { Items = StatusReports.Release(cycle.Items, _sha, "it-may") });

        Assert.Null(before.EvidenceFile);
        Assert.Equal($"../evidence/{_sha}.pdf", after.EvidenceFile!.Address);
        Assert.DoesNotContain("Sokha", System.Text.Json.JsonSerializer.Serialize(cycle.Items), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_released_stays_so_when_its_round_is_recorded_again_and_can_be_taken_back()
    {
        CycleContents cycle = A.Cycle(stakeholders: [_ministry], items: [PlanItem.Empty("9")]);
        IReadOnlyList<PlanItem> items = StatusReports.Release(StatusReports.Record(cycle.Items, cycle, "progress-1", [Report()]), _sha, "it-may");

        items = StatusReports.Record(items, cycle, "progress-1", [Report()]);

        Assert.Equal("it-may", Assert.Single(items[0].Progress).EvidenceFile!.Released);
        Assert.Null(Assert.Single(StatusReports.Release(items, _sha, null)[0].Progress).EvidenceFile!.Released);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("C:\\Users\\Sokha\\report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb\u202Efdp.exe", "abfdp.exe")]
    [InlineData("   ", "file")]
    [InlineData(null, "file")]
    public void The_name_of_a_file_is_one_harmless_line(string? given, string kept)
    {
        Assert.Equal(kept, FileReference.Named(given));
        FileReference reference = new(_sha, "pdf", 12, FileReference.Named(given));
        Assert.Equal(reference, FileReference.Parse(reference.ToString()));
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("aaaa.pdf 12 report.pdf")]
    [InlineData("")]
    public void What_names_no_kept_file_is_no_answer(string answer) => Assert.Null(FileReference.Parse(answer));

    private static PublishedStatus Published(CycleContents cycle) =>
        Assert.Single(PublishedPlans.Compose(cycle, 1, A.Moment, new Dictionary<StakeholderCategory, int>()).Clusters[0].Recommendations[0].Progress);

    private static SubmittedAnswer Report() =>
        A.Answer("progress-1", _ministry, ("status@9", "done"), ("evidence-file@9", new FileReference(_sha, "pdf", 12, "Sokha's report.pdf").ToString()));
}
