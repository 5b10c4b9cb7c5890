using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Decisions.Calendars;

/// <summary>A cycle's calendar in view of what has begun already.</summary>
internal sealed class CalendarView(CycleSettings settings, IReadOnlyList<Round> rounds, DateTimeOffset now)
{
    public CalendarView(DecisionView view)
        : this(view.Settings, view.Rounds, view.Now)
    {
    }

    public TimeZoneInfo Zone { get; } = ZoneClock.Find(settings.TimeZone)!;

    public ZoneClock Clock => new(Zone);

    /// <summary>Rounds that have opened, and meetings that have started.</summary>
    public IReadOnlySet<string> Begun { get; } = rounds.Select(r => r.Id)
        .Concat(CalendarSteps.Of(settings.Calendar).Where(s => s.IsMeeting && s.Begins <= now).Select(s => s.Id))
        .ToHashSet();

    /// <summary>Why a step can't be moved any more, or null.</summary>
    public string? WhyFixed(string step)
    {
        if (Meetings.Find(settings, step) is { Cancelled: true })
            return $"The {Name(step)} is cancelled: decide the rest without it.";
        if (!Begun.Contains(step))
            return null;
        return CalendarSteps.Find(settings.Calendar, step) is { IsMeeting: true }
            ? $"The {Name(step)} has begun: postpone what comes after it."
            : $"The {Name(step)} has opened: give it more time with extend-round, or postpone what comes after it.";
    }

    /// <summary>What a changed calendar has in the wrong order that was in order before, in a sentence; or null.</summary>
    public string? Disorder(Calendar changed)
    {
        HashSet<(string Before, string After)> known = [.. CalendarSteps.Conflicts(AsItIs(settings.Calendar)).Select(c => (c.Before.Id, c.After.Id))];
        return CalendarSteps.Conflicts(AsItIs(changed))
            .Where(c => !known.Contains((c.Before.Id, c.After.Id)))
            .Select(c => CalendarOrder.Sentence(c.Before, c.After, Clock))
            .FirstOrDefault();
    }

    public static string Name(string step) => CalendarOrder.Name(new(step, default, default));

    // A round that has opened may have been opened late, or extended.
    private Calendar AsItIs(Calendar calendar) => calendar with
    {
        Rounds = calendar.Rounds.ToDictionary(r => r.Key, r => rounds.FirstOrDefault(o => o.Id == r.Key)?.Window ?? r.Value),
    };
}
