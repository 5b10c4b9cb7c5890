using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Progress;

/// <summary>Who is asked for progress.</summary>
public static class ProgressAudiences
{
    /// <summary>
    /// In a progress round: organisations that took on a recommendation, those that watch over one, and those that let a day go by on which something
    /// of theirs was due.
    /// </summary>
    /// <param name="cycle">With the plan as it stands.</param>
    public static IReadOnlyList<Addressee> Progress(CycleContents cycle, string round)
    {
        DateOnly opens = cycle.Settings.Calendar.Rounds.TryGetValue(round, out RoundWindow? window)
            ? Day(cycle.Settings, window.Opens)
            : DateOnly.MinValue;
        return Audiences.Asked(cycle, item => Responsible(item).Concat(Deadlines.Open([item]).Where(d => d.Due < opens).Select(d => d.Organisation)));
    }

    /// <summary>In a round about deadlines: those that something is due of, and who is responsible for the same recommendation or watches over it.</summary>
    /// <param name="cycle">With the plan as it stands.</param>
    public static IReadOnlyList<Addressee> Due(CycleContents cycle, string round) => Audiences.Asked(cycle, item =>
    {
        Deadline[] due = [.. Deadlines.Open([item]).Where(d => ProgressDates.RoundOf(cycle.Settings, d.Due) == round)];
        return due.Length == 0 ? [] : due.Select(d => d.Organisation).Concat(Responsible(item));
    });

    /// <summary>The day of an instant in the cycle's time zone.</summary>
    public static DateOnly Day(CycleSettings settings, DateTimeOffset at) =>
        DateOnly.FromDateTime(LocalTimes.Local(at, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)));

    private static IEnumerable<string?> Responsible(PlanItem item) =>
    [
        item.Responsibility.State is ResponsibilityState.Accepted or ResponsibilityState.Assigned ? item.Responsibility.Organisation : null,
        .. item.Monitoring.Select(task => task.Organisation),
    ];
}
