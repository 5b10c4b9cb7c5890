using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Report;

namespace FollowUp.Pages.Tests.Builders;

internal static class Reports
{
    /// <summary>A group with a recommendation that has every kind of commitment, and one that nobody took up.</summary>
    public static CommitmentsReport Full { get; } = Of(
        [
            new("6-a.1", "Put the draft law on the agenda\nbefore the end of the year", "Ministry of Justice", new(2031, 12, 1), SignatureState.Confirmed,
                [new("Child Rights Now", SignatureState.Open), new("Village teachers", SignatureState.NotAsked)]),
            new("6-a.2", "បណ្តុះបណ្តាលគ្រូ", "Ministry of Education", null, SignatureState.Declined, []),
        ]);

    public static CommitmentsReport Nothing { get; } = Of([]) with { Groups = [], Organisations = [] };

    public static ReportPageModel Page(CommitmentsReport report, string language) =>
        new(report, language, Plans.Pages, "report.json", "report.schema.json", $"report.{language}.docx", "../index.html");

    private static CommitmentsReport Of(IReadOnlyList<ReportedCommitment> commitments)
    {
        ReportedRecommendation[] recommendations = [.. SomeRecommendations.Many(2).Select((r, n) => Reported(r, n == 0 ? commitments : []))];
        commitments = [.. commitments.Select((c, n) => c with { Key = CommitmentKey.Of(recommendations[0].Key, n + 1) })];
        recommendations[0] = recommendations[0] with { Commitments = commitments };
        return new(
            "khm-2030", "Children’s rights in Cambodia 2030–2035", "Cambodia", "CRC/C/KHM/CO/2-3", new(2031, 3, 31, 2, 0, 0, TimeSpan.Zero),
            "Asia/Phnom_Penh", "en", Wording.Languages,
            new(FormPages.Workshop.Starts, FormPages.Workshop.Ends, FormPages.Workshop.Place),
            new(2, commitments.Count > 0 ? 1 : 0, commitments.Count > 0 ? 1 : 2, 1, commitments.Count(c => c.State != SignatureState.Declined), 1, 1, 1, 1),
            false,
            [new(StakeholderCategory.Ministry, 4, 3, 2), new(StakeholderCategory.ChildrenAndYouth, 2, 1, 1)],
            [new(1, "Child Rights Now", new Dictionary<StakeholderCategory, int> { [StakeholderCategory.NationalNgo] = 2 }, [.. recommendations.Select(r => r.Key)])],
            recommendations,
            commitments.Count == 0 ? [] :
            [
                new("Child Rights Now", StakeholderCategory.NationalNgo, [], [commitments[0].Key]),
                new("Ministry of Justice", StakeholderCategory.Ministry, [commitments[0].Key], []),
            ],
            [.. recommendations.Where(r => r.Commitments.Count == 0).Select(r => r.Key)]);
    }

    private static ReportedRecommendation Reported(Recommendation r, IReadOnlyList<ReportedCommitment> commitments) =>
        new(r.Key, r.Citation, r.Paragraph, r.Letter, r.Cluster, r.Heading, r.Texts, r.Urgent, 1, commitments);
}
