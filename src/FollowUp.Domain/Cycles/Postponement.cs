using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Cycles;

/// <summary>
/// Moves a step of the calendar and all that comes after it. What is moved keeps its time of day in the cycle's zone and its distance in days,
/// also over a change of clocks: people are promised nine o'clock, not a number of seconds.
/// </summary>
public static class Postponement
{
    /// <summary>The ids of the steps that a postponement moves: the step, and those after it that have not begun.</summary>
    /// <param name="begun">Rounds that have opened, and meetings that have started: they stay as they are.</param>
    public static IReadOnlyList<string> Moves(Calendar calendar, string step, IReadOnlySet<string> begun) =>
        step == RoundKinds.Translation.Id || step == ChildrensRounds.Consultation.Id || step == RoundKinds.Ballot.Id
            ? [.. new[] { step }.Where(id => calendar.Rounds.ContainsKey(id) && !begun.Contains(id))]
            : [.. CalendarSteps.Of(calendar).Select(s => s.Id).SkipWhile(id => id != step).SelectMany(id => Beside(calendar, id)).Where(id => !begun.Contains(id))];

    /// <summary>The calendar with the step at its new time; as it is where the step begins then or later already, or is not one that moves.</summary>
    /// <param name="to">When the step begins instead.</param>
    /// <param name="decided">When it was decided, for meetings that are changed by it.</param>
    public static Calendar Postponed(
        Calendar calendar, string step, DateTimeOffset to, TimeZoneInfo zone, IReadOnlySet<string> begun, DateTimeOffset decided)
    {
        IReadOnlyList<string> moving = Moves(calendar, step, begun);
        if (!moving.Contains(step) || CalendarSteps.Find(calendar, step)!.Begins is var begins && begins >= to)
            return calendar;
        TimeSpan byDay = LocalTimes.Local(to, zone) - LocalTimes.Local(begins, zone);
        TimeSpan by = byDay > TimeSpan.Zero ? byDay : to - begins;
        IReadOnlyDictionary<DateTimeOffset, DateTimeOffset> moved = Moved(moving.SelectMany(id => Moments(calendar, id)), by, zone);
        return calendar with
        {
            Workshop = Move(calendar.Workshop, CalendarSteps.Workshop),
            MonitoringWorkshop = Move(calendar.MonitoringWorkshop, CalendarSteps.MonitoringWorkshop),
            Rounds = calendar.Rounds.ToDictionary(r => r.Key, r => moving.Contains(r.Key) ? Window(r.Value) : r.Value),
        };

        Meeting Move(Meeting meeting, string id) => moving.Contains(id) && !meeting.Cancelled
            ? meeting.Became(meeting with { Starts = moved[meeting.Starts], Ends = moved[meeting.Ends] }, decided)
            : meeting;

        RoundWindow Window(RoundWindow w) =>
            new(moved[w.Opens], w.Closes is { } closes ? moved[closes] : null, [.. w.Reminders.Select(at => moved[at])]);
    }

    // In the hour that clocks skip or repeat two moments could change places, or one come no later: there the distance in seconds is kept.
    private static Dictionary<DateTimeOffset, DateTimeOffset> Moved(IEnumerable<DateTimeOffset> moments, TimeSpan by, TimeZoneInfo zone)
    {
        Dictionary<DateTimeOffset, DateTimeOffset> moved = [];
        (DateTimeOffset From, DateTimeOffset To)? last = null;
        foreach (DateTimeOffset from in moments.Distinct().Order())
        {
            DateTimeOffset to = LocalTimes.ToInstant(LocalTimes.Local(from, zone) + by, zone);
            if (to <= from)
                to = from + by;
            if (last is { } before && to <= before.To)
                to = before.To + (from - before.From);
            moved[from] = to;
            last = (from, to);
        }

        return moved;
    }

    // The children's consultation goes with that of all, the ballot with the monitoring workshop.
    private static IEnumerable<string> Beside(Calendar calendar, string id) =>
        id == RoundKinds.Consultation.Id && calendar.Rounds.ContainsKey(ChildrensRounds.Consultation.Id) ? [id, ChildrensRounds.Consultation.Id]
        : id == CalendarSteps.MonitoringWorkshop && calendar.Rounds.ContainsKey(RoundKinds.Ballot.Id) ? [id, RoundKinds.Ballot.Id]
        : [id];

    private static IEnumerable<DateTimeOffset> Moments(Calendar calendar, string id) => id switch
    {
        CalendarSteps.Workshop => [calendar.Workshop.Starts, calendar.Workshop.Ends],
        CalendarSteps.MonitoringWorkshop => [calendar.MonitoringWorkshop.Starts, calendar.MonitoringWorkshop.Ends],
        _ => calendar.Rounds[id] is var w && w.Closes is { } closes ? [w.Opens, closes, .. w.Reminders] : [w.Opens, .. w.Reminders],
    };
}
