using FollowUp.Domain.Cycles;

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
        Dictionary<string, string> organisations = cycle.Stakeholders.ToDictionary(s => s.Id, s => s.Organisation);
        return
        [
            .. items.Select(item => item with
            {
                Progress =
                [
                    .. item.Progress
                        .WithoutThoseOf(counted, report => report.Source)
                        .Concat(counted.Select(a => ReportOf(a, item.Recommendation)).OfType<StatusReport>())
                        .OrderBy(report => report.Round.Length)
                        .ThenBy(report => report.Round, StringComparer.Ordinal)
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
                    answer.Source(recommendation)) { At = answer.SubmittedAt }
                : null;
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
