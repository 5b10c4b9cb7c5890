using System.Globalization;
using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Progress;

[JsonConverter(typeof(JsonStringEnumConverter<DeadlineKind>))]
public enum DeadlineKind
{
    /// <summary>What an organisation promised at the workshop.</summary>
    [JsonStringEnumMemberName("commitment")] Commitment,

    /// <summary>An action of the plan to which a coordinator gave a date.</summary>
    [JsonStringEnumMemberName("action")] Action,

    /// <summary>Watching over a recommendation, as settled at the monitoring workshop.</summary>
    [JsonStringEnumMemberName("monitoring")] Monitoring,
}

/// <summary>Something of the plan that somebody is to have done by a day.</summary>
/// <param name="Text">What is to be done, in the words of the plan.</param>
/// <param name="Organisation">Who is to do it; null for an action that nobody has taken on.</param>
/// <param name="Due">The last day in time.</param>
public sealed record Deadline(string Recommendation, DeadlineKind Kind, string Text, string? Organisation, DateOnly Due)
{
    /// <summary>One for each recommendation, kind, organisation and day: two promises of one office for one day are one deadline to it.</summary>
    [JsonIgnore]
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Recommendation}~{Kind}~{Due:yyyy-MM-dd}~{(Organisation is null ? "" : Organisations.Normalise(Organisation).ToUpperInvariant())}");

    /// <summary>
    /// Whether it is met in the view of who is to meet it: what was promised or planned by having said that it is done; watching by having told,
    /// since the day, how things stand, whatever that is.
    /// </summary>
    public bool IsMet(PlanItem item) =>
        Organisation is not null && StatusViews.Own(item, Organisation) is { } own
        && (Kind == DeadlineKind.Monitoring ? own.At is { } at && DateOnly.FromDateTime(at.UtcDateTime) >= Due : own.Status == StatusViews.Done);
}

public static class Deadlines
{
    /// <summary>The deadlines of some items, the earliest first. Commitments that their organisation declined have none.</summary>
    /// <param name="items">With what was decided: only a decision gives an action a date.</param>
    public static IReadOnlyList<Deadline> Of(IReadOnlyList<PlanItem> items) =>
        [.. Ordered(items.SelectMany(Of))];

    /// <summary>Those that are not met in the view of who is to meet them, each once (see <see cref="Deadline.Key"/>).</summary>
    public static IReadOnlyList<Deadline> Open(IReadOnlyList<PlanItem> items) =>
        [.. Ordered(items.SelectMany(item => Of(item).Where(d => !d.IsMet(item)))).DistinctBy(d => d.Key)];

    private static IOrderedEnumerable<Deadline> Ordered(IEnumerable<Deadline> deadlines) =>
        deadlines.OrderBy(d => d.Due).ThenBy(d => d.Recommendation, StringComparer.Ordinal).ThenBy(d => d.Kind).ThenBy(d => d.Key, StringComparer.Ordinal);

    private static IEnumerable<Deadline> Of(PlanItem item) =>
    [
        .. item.Commitments.Where(c => c is { Stands: true, By: not null })
            .Select(c => new Deadline(item.Recommendation, DeadlineKind.Commitment, c.Action, c.Organisation, c.By!.Value)),
        .. item.Actions.Where(a => a.Due is not null)
            .Select(a => new Deadline(item.Recommendation, DeadlineKind.Action, a.Text, Responsible(item), a.Due!.Value)),
        .. item.Monitoring.Where(t => t.Deadline is not null)
            .Select(t => new Deadline(item.Recommendation, DeadlineKind.Monitoring, t.Strategy, t.Organisation, t.Deadline!.Value)),
    ];

    private static string? Responsible(PlanItem item) =>
        item.Responsibility is { State: ResponsibilityState.Accepted or ResponsibilityState.Assigned, Organisation: { } organisation } ? organisation : null;
}
