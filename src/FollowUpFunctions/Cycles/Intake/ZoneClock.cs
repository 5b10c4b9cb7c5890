using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Dates and local times of a time zone as instants in UTC.</summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2200;
    private static readonly string[] _local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] _instant = [.. _local.Select(format => format + "K")];

    /// <summary>The zone with this IANA name, or null.</summary>
    public static TimeZoneInfo? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    /// <param name="dateMeans">Time of day that a date alone means; 24 hours for its end. Null refuses a date alone.</param>
    /// <returns>Null for what is not a moment between 1990 and 2200.</returns>
    public DateTimeOffset? Read(string text, TimeSpan? dateMeans)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return dateMeans is { } time && IsInReach(date.Year) ? ToInstant(date.ToDateTime(TimeOnly.MinValue) + time) : null;
        if (DateTime.TryParseExact(text, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
            return IsInReach(local.Year) ? ToInstant(local) : null;
        return DateTimeOffset.TryParseExact(text, _instant, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) && IsInReach(instant.Year)
            ? instant.ToUniversalTime()
            : null;
    }

    public DayOfWeek Weekday(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DayOfWeek;

    public string Show(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private DateTimeOffset ToInstant(DateTime local) => LocalTimes.ToInstant(local, zone);

    private static bool IsInReach(int year) => year is >= FirstYear and <= LastYear;
}
