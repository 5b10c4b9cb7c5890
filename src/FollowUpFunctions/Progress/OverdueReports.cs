using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Progress;

/// <summary>Something overdue, for coordinators.</summary>
/// <param name="What">The words of the plan.</param>
/// <param name="Organisation">Null where nobody has taken it on.</param>
/// <param name="Days">How long it has been overdue.</param>
/// <param name="Status">In the organisation's own newest view; null where it has said nothing.</param>
/// <param name="Round">The round that asks about it, or null where none does any more.</param>
/// <param name="ToldAt">When the coordinators were mailed of it, or null.</param>
/// <param name="Letter">Address of a letter about it, ready to send; null where there is nobody to write to.</param>
public sealed record OverdueReport(
    string Recommendation,
    string Citation,
    DeadlineKind Kind,
    string What,
    string? Organisation,
    DateOnly Due,
    int Days,
    string? Status,
    string? Round,
    DateTimeOffset? ToldAt,
    string? Letter)
{
    /// <param name="cycle">With the plan as it stands.</param>
    /// <param name="letter">Address of the letter to a stakeholder.</param>
    public static IReadOnlyList<OverdueReport> Of(CycleContents cycle, DateTimeOffset now, Func<string, string> letter)
    {
        DateOnly today = ProgressAudiences.Day(cycle.Settings, now);
        Dictionary<string, Recommendation> recommendations = cycle.Recommendations.ToDictionary(r => r.Key);
        Dictionary<string, DateTimeOffset> told = cycle.Items.SelectMany(i => i.Escalated).DistinctBy(e => e.Deadline).ToDictionary(e => e.Deadline, e => e.At);
        return
        [
            .. Overdue.Of(cycle.Items, today).Where(o => recommendations.ContainsKey(o.Deadline.Recommendation)).Select(o => new OverdueReport(
                o.Deadline.Recommendation,
                recommendations[o.Deadline.Recommendation].Citation,
                o.Deadline.Kind,
                o.Deadline.Text,
                o.Deadline.Organisation,
                o.Deadline.Due,
                today.DayNumber - o.Deadline.Due.DayNumber,
                o.Status,
                ProgressDates.RoundOf(cycle.Settings, o.Deadline.Due),
                told.TryGetValue(o.Deadline.Key, out DateTimeOffset at) ? at : null,
                OverdueLetters.To(cycle, o.Deadline.Organisation) is { } who ? letter(who) : null)),
        ];
    }
}
