using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;

namespace FollowUp.Domain.Plans;

/// <summary>Progress as those who carry out and those who watch see it: views stand side by side.</summary>
public static class StatusReports
{
    /// <summary>Adds the views of one progress round; a later revision takes the place of an earlier one. Recording twice changes nothing.</summary>
    /// <param name="answers">Answers to the form <c>progress</c>.</param>
    public static IReadOnlyList<PlanItem> Record(
        IReadOnlyList<PlanItem> items, CycleContents cycle, string round, IReadOnlyList<SubmittedAnswer> answers)
    {
        IReadOnlyList<SubmittedAnswer> counted = answers.Where(a => a.Round == round).Counted();
        Dictionary<string, string> released = ReleasedIn(items);
        Dictionary<string, string> organisations = cycle.Stakeholders.ToDictionary(s => s.Id, s => s.Organisation);
        return
        [
            .. items.Select(item => item with
            {
                Progress =
                [
                    .. InOrderOfRounds(item.Progress
                        .WithoutThoseOf(counted, report => report.Source)
                        .Concat(counted.Select(a => ReportOf(a, item.Recommendation)).OfType<StatusReport>()))
                        .ThenBy(report => StatusViews.Order(report.Assessor))
                        .ThenBy(report => report.Organisation, StringComparer.Ordinal)
                        .ThenBy(report => report.Source.Answer, StringComparer.Ordinal),
                ],
            }),
        ];

        StatusReport? ReportOf(SubmittedAnswer answer, string recommendation) =>
            answer.Sheet.Answer("status", recommendation) is { } status
                ? new(
                    answer.Round,
                    status,
                    AssessorOf(answer.Category!.Value),
                    organisations.GetValueOrDefault(answer.Who, answer.Organisation),
                    answer.Sheet.Answer("evidence", recommendation),
                    answer.Sheet.Answer("hindrance", recommendation),
                    answer.Sheet.Answer("law-stage", recommendation),
                    answer.Source(recommendation))
                {
                    At = answer.SubmittedAt,
                    EvidenceFile = FileOf(answer, recommendation, organisations.GetValueOrDefault(answer.Who, answer.Organisation)),
                }
                : null;

        // What was released stays so when its round is recorded again.
        EvidenceFile? FileOf(SubmittedAnswer answer, string recommendation, string organisation) =>
            FileReference.Parse(answer.Sheet.Answer("evidence-file", recommendation)) is { } file && EvidenceFiles.ContentTypes.TryGetValue(file.Extension, out string? type)
                ? new($"{recommendation}, {organisation}, {answer.Round}", type, file.Size, file.Sha256) { Released = released.GetValueOrDefault(file.Sha256) }
                : null;
    }

    /// <summary>Marks a file as released, wherever it was given; or as not released any more.</summary>
    /// <param name="decision">Id of the decision that releases it; null takes the release back.</param>
    public static IReadOnlyList<PlanItem> Release(IReadOnlyList<PlanItem> items, string sha256, string? decision) =>
    [
        .. items.Select(item => item.Progress.All(r => r.EvidenceFile?.Sha256 != sha256) ? item : item with
        {
            Progress = [.. item.Progress.Select(r => r.EvidenceFile is { } file && file.Sha256 == sha256 ? r with { EvidenceFile = file with { Released = decision } } : r)],
        }),
    ];

    private static Dictionary<string, string> ReleasedIn(IReadOnlyList<PlanItem> items) =>
        items.SelectMany(i => i.Progress).Select(r => r.EvidenceFile).OfType<EvidenceFile>().Where(f => f.Released is not null)
            .DistinctBy(f => f.Sha256).ToDictionary(f => f.Sha256, f => f.Released!);


    // Rounds about deadlines and letters lie between those of the calendar: the first word of each says when it was.
    private static IOrderedEnumerable<StatusReport> InOrderOfRounds(IEnumerable<StatusReport> reports)
    {
        StatusReport[] all = [.. reports];
        Dictionary<string, DateTimeOffset?> began = all.GroupBy(r => r.Round).ToDictionary(g => g.Key, g => g.Min(r => r.At));
        return all.OrderBy(r => began[r.Round] ?? DateTimeOffset.MinValue).ThenBy(r => r.Round.Length).ThenBy(r => r.Round, StringComparer.Ordinal);
    }

    /// <summary>Whose view an answer is: one of <see cref="StatusViews.Assessors"/>.</summary>
    public static string AssessorOf(StakeholderCategory category) => category switch
    {
        StakeholderCategory.Ministry or StakeholderCategory.ProvincialDepartment
            or StakeholderCategory.NationalAssembly or StakeholderCategory.Senate => "government",
        StakeholderCategory.NationalNgo or StakeholderCategory.InternationalNgo => "coalition",
        StakeholderCategory.ChildrenAndYouth => "children",
        StakeholderCategory.HumanRightsInstitution => "human-rights-institution",
        _ => "other",
    };
}
