using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Progress;

/// <summary>
/// Rounds about deadlines, such as <c>due-2031-03-16</c>: of what was due in the first half of a month one opens on the 16th, of the rest on the first
/// of the next. So deadlines that lie close together are asked about once, and a round's window follows from its name.
/// </summary>
public static class DueRounds
{
    public const string Prefix = "due-";

    private const int SecondHalf = 16;
    private const int Days = 12;
    private static readonly TimeSpan _opening = TimeSpan.FromHours(8);
    private static readonly TimeSpan _reminding = TimeSpan.FromHours(9);
    private static readonly TimeSpan _closing = new(23, 59, 0);

    public static string Round(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day:yyyy-MM-dd}");

    /// <summary>The day on which a round opens; null for other rounds.</summary>
    public static DateOnly? Day(string round) =>
        round.StartsWith(Prefix, StringComparison.Ordinal)
        && DateOnly.TryParseExact(round.AsSpan(Prefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        && day.Day is 1 or SecondHalf
            ? day
            : null;

    /// <summary>The day on which one asks about a deadline.</summary>
    public static DateOnly AskedOn(DateOnly deadline) => deadline.Day < SecondHalf
        ? new(deadline.Year, deadline.Month, SecondHalf)
        : new DateOnly(deadline.Year, deadline.Month, 1).AddMonths(1);

    /// <summary>
    /// The window of a round about deadlines; null where there is none: while the workshops last, after the last progress round, and beside a progress
    /// round, which asks about them itself.
    /// </summary>
    public static RoundWindow? Window(CycleSettings settings, string round)
    {
        if (Day(round) is not { } day || settings.ProgressRounds is not [.., var last] progress)
            return null;
        RoundWindow window = At(day, settings);
        IReadOnlyDictionary<string, RoundWindow> rounds = settings.Calendar.Rounds;
        return window.Opens >= rounds.GetValueOrDefault(RoundKinds.MonitoringPlan.Id)?.Closes
            && window.Opens < rounds[last].Opens
            && progress.All(p => window.Closes <= rounds[p].Opens || rounds[p].Closes <= window.Opens)
                ? window
                : null;
    }

    internal static RoundWindow At(DateOnly day, CycleSettings settings)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        DateTime begin = day.ToDateTime(TimeOnly.MinValue);
        return new(
            LocalTimes.ToInstant(begin + _opening, zone),
            LocalTimes.ToInstant(begin.AddDays(Days) + _closing, zone),
            [LocalTimes.ToInstant(begin.AddDays(Days / 2) + _reminding, zone)]);
    }
}
