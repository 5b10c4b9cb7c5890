using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>Views of progress side by side. The Committee grades nobody, and neither do we: nothing here makes one view out of several.</summary>
public static class StatusViews
{
    /// <summary>The status that ends what is asked of a responsible organisation.</summary>
    public const string Done = "done";

    /// <summary>
    /// Whose views there are, in the order in which they are shown. The human rights institution speaks for itself: it is independent of both
    /// government and coalition (general comment 2, §§2, 25).
    /// </summary>
    public static IReadOnlyList<string> Assessors { get; } = ["government", "coalition", "children", "human-rights-institution", "other"];

    internal static int Order(string assessor) => Assessors.ToList().IndexOf(assessor) is >= 0 and int at ? at : Assessors.Count;

    /// <summary>The newest view of each organisation as each assessor, in the order of the assessors, then of the organisations' names.</summary>
    public static IReadOnlyList<StatusReport> Newest(PlanItem item) =>
    [
        .. item.Progress
            .GroupBy(report => (report.Assessor, Organisations.Normalise(report.Organisation).ToUpperInvariant()))
            .Select(own => own.OrderBy(report => report.At ?? DateTimeOffset.MinValue).Last())
            .OrderBy(report => Order(report.Assessor))
            .ThenBy(report => report.Organisation, StringComparer.Ordinal),
    ];

    /// <summary>An organisation's own newest view, or null where it has said nothing.</summary>
    public static StatusReport? Own(PlanItem item, string organisation) =>
        item.Progress
            .Where(report => string.Equals(Organisations.Normalise(report.Organisation), Organisations.Normalise(organisation), StringComparison.OrdinalIgnoreCase))
            .OrderBy(report => report.At ?? DateTimeOffset.MinValue)
            .LastOrDefault();

    /// <summary>
    /// Whether two assessors see it differently now: some newest view of one is another status than some newest view of the other. Organisations
    /// of one assessor that differ among themselves contest nothing.
    /// </summary>
    public static bool IsContested(PlanItem item)
    {
        IReadOnlyList<StatusReport> newest = Newest(item);
        return newest.Any(one => newest.Any(other => one.Assessor != other.Assessor && one.Status != other.Status));
    }
}
