using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Progress;

/// <summary>A deadline that has passed and is not met.</summary>
/// <param name="Status">The newest status in the organisation's own view; null where it has said nothing.</param>
public sealed record OverdueItem(Deadline Deadline, string? Status)
{
    [JsonIgnore]
    public bool IsSilent => Status is null;
}

/// <summary>That the coordinators were told of a deadline which had passed.</summary>
/// <param name="Deadline">See <see cref="Deadline.Key"/>.</param>
/// <param name="Round">The round at whose end it was still not met.</param>
public sealed record Escalation(string Deadline, string Round, DateTimeOffset At);

public static class Overdue
{
    /// <summary>What is past its deadline and not met in the view of who is to meet it (see <see cref="Deadline.IsMet"/>), the longest overdue first.</summary>
    /// <param name="today">In the cycle's time zone: what is due today is not overdue.</param>
    public static IReadOnlyList<OverdueItem> Of(IReadOnlyList<PlanItem> items, DateOnly today)
    {
        Dictionary<string, PlanItem> by = items.ToDictionary(i => i.Recommendation);
        return
        [
            .. Deadlines.Open(items).Where(d => d.Due < today)
                .Select(d => new OverdueItem(d, d.Organisation is null ? null : StatusViews.Own(by[d.Recommendation], d.Organisation)?.Status)),
        ];
    }

    /// <summary>
    /// What is overdue at the end of a round, was asked about in it or could be asked of nobody, and the coordinators have not been told of: of each
    /// deadline they are told once. What they were told at the end of this very round is among it.
    /// </summary>
    public static IReadOnlyList<OverdueItem> ToEscalate(CycleSettings settings, IReadOnlyList<PlanItem> items, string round, DateOnly opened, DateOnly today)
    {
        HashSet<string> told = [.. items.SelectMany(i => i.Escalated).Where(e => e.Round != round).Select(e => e.Deadline)];
        return
        [
            .. Of(items, today).Where(o => o.Deadline.Due < opened
                && (DueRounds.Day(round) is null || ProgressDates.RoundOf(settings, o.Deadline.Due) == round)
                && !told.Contains(o.Deadline.Key)),
        ];
    }

    /// <summary>Notes of what the coordinators are told at the end of a round; noting twice changes nothing.</summary>
    public static IReadOnlyList<PlanItem> Escalate(IReadOnlyList<PlanItem> items, IEnumerable<OverdueItem> overdue, string round, DateTimeOffset at)
    {
        ILookup<string, string> keys = overdue.ToLookup(o => o.Deadline.Recommendation, o => o.Deadline.Key);
        return
        [
            .. items.Select(item => keys[item.Recommendation].Where(key => item.Escalated.All(e => e.Deadline != key)).ToArray() is { Length: > 0 } news
                ? item with { Escalated = [.. item.Escalated, .. news.Select(key => new Escalation(key, round, at))] }
                : item),
        ];
    }
}
