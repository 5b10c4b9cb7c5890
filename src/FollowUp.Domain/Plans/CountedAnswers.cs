namespace FollowUp.Domain.Plans;

internal static class CountedAnswers
{
    /// <summary>
    /// The answers that count, in an order that does not depend on when they came or how they were read: a run that was disturbed must end
    /// in the same plan.
    /// </summary>
    public static IReadOnlyList<SubmittedAnswer> Counted(this IEnumerable<SubmittedAnswer> answers) =>
    [
        .. answers
            .Where(a => !a.Late && a.Category is not null)
            .GroupBy(a => (a.Round, a.Invitation))
            .Select(g => g.MaxBy(a => a.Revision)!)
            .OrderBy(a => a.Round, StringComparer.Ordinal)
            .ThenBy(a => a.Who, StringComparer.Ordinal)
            .ThenBy(a => a.Invitation, StringComparer.Ordinal),
    ];

    /// <summary>What stays of earlier entries when these answers are recorded: those of other invitations. Recording twice changes nothing.</summary>
    public static IEnumerable<T> WithoutThoseOf<T>(this IEnumerable<T> entries, IReadOnlyList<SubmittedAnswer> answers, Func<T, AnswerSource> source)
    {
        HashSet<string> again = [.. answers.Select(a => $"{a.Round}~{a.Invitation}")];
        return entries.Where(e => !again.Contains(source(e).Invitation));
    }
}
