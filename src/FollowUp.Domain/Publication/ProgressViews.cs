namespace FollowUp.Domain.Publication;

/// <summary>
/// What each assessor's newest view of a recommendation is. An assessor has one view of it: what all its organisations say now, <c>divided</c> where they
/// say different things, <c>silent</c> where none has spoken. So each assessor's counts add up to all recommendations, and nothing is averaged.
/// </summary>
public static class ProgressViews
{
    public const string Divided = "divided";

    public const string Silent = "silent";

    /// <summary>The order in which assessors stand side by side; one that is not known comes last.</summary>
    public static IReadOnlyList<string> Assessors { get; } = ["government", "coalition", "children", "human-rights-institution", "other"];

    public static IReadOnlyList<string> Statuses { get; } =
        ["not-started", "under-way", "done", "done-without-effect", "contrary", Divided, Silent];

    /// <summary>The ladder from a proposal to a law that is applied.</summary>
    public static IReadOnlyList<string> LawStages { get; } = ["proposed", "drafted", "tabled", "adopted", "budgeted", "enforced", Divided];

    /// <summary>Every known status, so that a nought is seen, and with it one that is not known where it is there.</summary>
    public static string[] KnownAnd(IEnumerable<string> statuses) => [.. Statuses.Union(statuses).Order(Order(Statuses))];

    /// <summary>By assessor, the newest report of each of its organisations.</summary>
    public static IReadOnlyList<AssessorView> Newest(IReadOnlyList<PublishedStatus> reports) =>
    [
        .. reports.GroupBy(r => r.Assessor).OrderBy(g => g.Key, Order(Assessors)).Select(g => Of(g.Key, [.. InTime(g).GroupBy(r => r.Organisation).Select(o => o.Last())])),
    ];

    /// <summary>One organisation's reports from the first to the newest; those of one day as the rounds are ordered.</summary>
    public static IEnumerable<PublishedStatus> InTime(IEnumerable<PublishedStatus> reports) =>
        reports.OrderBy(r => r.On ?? DateOnly.MinValue);

    /// <summary>Whether the newest views of different assessors differ.</summary>
    public static bool AreContested(IReadOnlyList<AssessorView> views) =>
        views.Count > 1 && views.SelectMany(v => v.Organisations).Select(o => o.Status).Distinct().Count() > 1;

    /// <summary>Known ones in their order, then the others by name.</summary>
    public static IComparer<string> Order(IReadOnlyList<string> known) => Comparer<string>.Create((a, b) =>
        Place(a, known).CompareTo(Place(b, known)) is not 0 and var order ? order : string.CompareOrdinal(a, b));

    private static int Place(string value, IReadOnlyList<string> known)
    {
        for (int n = 0; n < known.Count; n++)
        {
            if (known[n] == value)
                return n;
        }

        return known.Count;
    }

    private static AssessorView Of(string assessor, IReadOnlyList<PublishedStatus> newest) => new(
        assessor,
        One(newest.Select(r => r.Status))!,
        One(newest.Select(r => r.LawStage).OfType<string>()),
        [.. newest.OrderBy(r => r.Organisation, StringComparer.Ordinal).Select(r => new OrganisationView(r.Organisation, r.Status, r.LawStage, r.Round))]);

    private static string? One(IEnumerable<string> values) => values.Distinct().ToArray() switch
    {
        [] => null,
        [string all] => all,
        _ => Divided,
    };
}
