using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>The monitoring work plan, as the rapporteurs of the sub-groups wrote it down.</summary>
public static class MonitoringTasks
{
    /// <summary>Adds what was answered; a later revision takes the place of an earlier one. Recording twice changes nothing.</summary>
    /// <param name="answers">Answers to the form <c>monitoring-plan</c>; a task needs a strategy and an organisation.</param>
    public static IReadOnlyList<PlanItem> Record(IReadOnlyList<PlanItem> items, IReadOnlyList<SubmittedAnswer> answers)
    {
        IReadOnlyList<SubmittedAnswer> counted = answers.Counted();
        return
        [
            .. items.Select(item => item with
            {
                Monitoring =
                [
                    .. item.Monitoring
                        .WithoutThoseOf(counted, task => task.Source)
                        .Concat(counted.Select(a => TaskOf(a, item.Recommendation)).OfType<MonitoringTask>())
                        .OrderBy(task => task.Source.Answer, StringComparer.Ordinal),
                ],
            }),
        ];
    }

    private static MonitoringTask? TaskOf(SubmittedAnswer answer, string recommendation) =>
        answer.Sheet.Answer("strategy", recommendation) is { } strategy && answer.Sheet.Answer("organisation", recommendation) is { } organisation
            ? new(
                strategy,
                answer.Sheet.Answer("indicator", recommendation),
                Dates.Parse(answer.Sheet.Answer("deadline", recommendation)),
                SameWords.OneLine(organisation),
                answer.Source(recommendation))
            {
                IndicatorKind = answer.Sheet.Answer("indicator-kind", recommendation),
            }
            : null;
}
