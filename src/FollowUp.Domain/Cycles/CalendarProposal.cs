using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Cycles;

/// <summary>When a round is proposed to open, remind and close; days in the cycle's zone.</summary>
public sealed record ProposedWindow(DateOnly Opens, DateOnly Closes, IReadOnlyList<DateOnly> Reminders);

/// <summary>A whole calendar from the workshop's day, for coordinators to change. All days are weekdays.</summary>
/// <param name="Rounds">By round id. The translation is among them, for cycles that have translators.</param>
/// <param name="ProgressUntil">Until when progress is asked for every quarter.</param>
public sealed record CalendarProposal(
    DateOnly Workshop, DateOnly WorkshopEnds, DateOnly Monitoring, DateOnly MonitoringEnds, IReadOnlyDictionary<string, ProposedWindow> Rounds, DateOnly ProgressUntil)
{
    private const int YearsOfProgress = 3;
    private const int LeastDays = 7;

    // Days from the workshop, as the Cambodian cycle of 2011 went: the plan stands within four months, monitoring begins after seven.
    private static readonly (string Round, int Opens, int Closes, int Reminders)[] _days =
    [
        (RoundKinds.Translation.Id, -44, -7, 1),
        (RoundKinds.WorkshopInvitation.Id, -37, -12, 2),
        (RoundKinds.Commitments.Id, 5, 16, 1),
        (RoundKinds.Consultation.Id, 33, 79, 2),
        (RoundKinds.Responsibility.Id, 96, 121, 1),
        (RoundKinds.MonitoringInvitation.Id, 173, 198, 1),
        (RoundKinds.MonitoringPlan.Id, 215, 233, 1),
    ];

    /// <param name="today">Nothing opens before the day after it; a workshop that is near has shorter rounds before it.</param>
    public static CalendarProposal From(DateOnly workshop, DateOnly today)
    {
        DateOnly met = OnOrAfter(workshop);
        DateOnly monitoring = OnOrAfter(met.AddDays(210));
        return new(
            met,
            LastDay(met),
            monitoring,
            LastDay(monitoring),
            _days.ToDictionary(d => d.Round, d => Window(met, OnOrAfter(today.AddDays(1)), d.Opens, d.Closes, d.Reminders)),
            OnOrAfter(met.AddYears(YearsOfProgress)));
    }

    private static ProposedWindow Window(DateOnly met, DateOnly first, int opens, int closes, int reminders)
    {
        DateOnly from = Later(OnOrAfter(met.AddDays(opens)), first);
        DateOnly to = OnOrBefore(met.AddDays(closes));
        // Better time to answer until the day before the workshop than hardly any.
        if (to.DayNumber - from.DayNumber < LeastDays && opens < 0)
            to = OnOrBefore(met.AddDays(-1));
        int days = to.DayNumber - from.DayNumber;
        return new(
            from,
            to,
            [.. Enumerable.Range(1, reminders).Select(n => OnOrAfter(from.AddDays(days * n / (reminders + 1)))).Where(d => d > from && d < to).Distinct()]);
    }

    // Two days, but not over a weekend.
    private static DateOnly LastDay(DateOnly first) => first.DayOfWeek == DayOfWeek.Friday ? first : first.AddDays(1);

    private static DateOnly OnOrAfter(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly OnOrBefore(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
