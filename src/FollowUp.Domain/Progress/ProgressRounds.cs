using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Progress;

/// <summary>Progress rounds at an interval: <c>progress-1</c>, <c>progress-2</c> and so on.</summary>
public static class ProgressRounds
{
    /// <summary>Rounds that an interval may make: ten years of quarters.</summary>
    public const int Most = 40;

    /// <summary>Three months, in whole weeks: rounds open on the same day of the week.</summary>
    public static readonly TimeSpan Quarter = TimeSpan.FromDays(91);

    private static readonly TimeSpan _longest = TimeSpan.FromDays(21);
    private static readonly TimeSpan _opening = TimeSpan.FromHours(8);
    private static readonly TimeSpan _reminding = TimeSpan.FromHours(9);
    private static readonly TimeSpan _closing = new(23, 59, 0);

    /// <summary>
    /// The windows of all rounds that open before an end, one past <see cref="Most"/> at most. Each is open for three weeks, or half of a shorter interval,
    /// with two reminders; where the interval is of days, on the times of day that offices keep, and not beginning on a weekend.
    /// </summary>
    /// <param name="from">The first comes one interval later.</param>
    public static IReadOnlyDictionary<string, RoundWindow> Of(DateTimeOffset from, TimeSpan every, DateTimeOffset until, TimeZoneInfo zone)
    {
        TimeSpan lasts = every / 2 < _longest ? every / 2 : _longest;
        return Enumerable.Range(1, Most + 1)
            .Select(n => (Id: string.Create(CultureInfo.InvariantCulture, $"progress-{n}"), Window: Window(from + (every * n), lasts, every >= TimeSpan.FromDays(7), zone)))
            .TakeWhile(r => r.Window.Opens < until)
            .ToDictionary(r => r.Id, r => r.Window);
    }

    private static RoundWindow Window(DateTimeOffset at, TimeSpan lasts, bool byDay, TimeZoneInfo zone)
    {
        if (!byDay)
            return new(at, at + lasts, [at + (lasts / 3), at + (lasts / 3 * 2)]);
        DateTime day = LocalTimes.Local(at, zone).Date;
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);
        int days = (int)lasts.TotalDays;
        return new(
            LocalTimes.ToInstant(day + _opening, zone),
            LocalTimes.ToInstant(day.AddDays(days) + _closing, zone),
            [.. new[] { days / 3, days / 3 * 2 }.Where(d => d > 0).Distinct().Select(d => LocalTimes.ToInstant(day.AddDays(d) + _reminding, zone))]);
    }
}
