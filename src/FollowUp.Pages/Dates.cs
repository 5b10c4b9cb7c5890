using System.Globalization;

namespace FollowUp.Pages;

/// <summary>Dates and times as people read them: month names of their language, Latin digits everywhere, 24 hours, the zone named.</summary>
internal static class Dates
{
    public static string Day(Wording text, DateOnly day) =>
        text.Format(
            day.Day == 1 ? "date.first" : "date.day",
            ("day", day.Day),
            ("month", text.Culture.DateTimeFormat.MonthGenitiveNames[day.Month - 1]),
            ("year", day.Year.ToString("D4", CultureInfo.InvariantCulture)));

    public static string Day(Wording text, DateTimeOffset at, string timeZone) =>
        Day(text, DateOnly.FromDateTime(Local(at, timeZone).DateTime));

    /// <param name="zoned">False where the page says the zone once for all.</param>
    public static string Instant(Wording text, DateTimeOffset at, string timeZone, bool zoned = true)
    {
        DateTimeOffset local = Local(at, timeZone);
        return text.Format(
            zoned ? "date.instant" : "date.instant.bare",
            ("date", Day(text, at, timeZone)),
            ("time", Clock(local)),
            ("zone", Zone(text, local.Offset, timeZone)));
    }

    /// <summary>From when to when a meeting lasts; the day is said once where it begins and ends on the same one.</summary>
    /// <param name="zoned">False where the page says the zone once for all.</param>
    public static string Span(Wording text, DateTimeOffset from, DateTimeOffset to, string timeZone, bool zoned = true)
    {
        DateTimeOffset start = Local(from, timeZone);
        DateTimeOffset end = Local(to, timeZone);
        return start.Date == end.Date
            ? text.Format(
                zoned ? "date.span" : "date.span.bare",
                ("date", Day(text, from, timeZone)),
                ("start", Clock(start)),
                ("end", Clock(end)),
                ("zone", Zone(text, start.Offset, timeZone)))
            : text.Format("date.days", ("start", Instant(text, from, timeZone, zoned)), ("end", Instant(text, to, timeZone, zoned)));
    }

    private static DateTimeOffset Local(DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Zone(Wording text, TimeSpan offset, string timeZone)
    {
        string city = timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        if (offset == TimeSpan.Zero && city.Equals("UTC", StringComparison.OrdinalIgnoreCase))
            return "UTC";
        string sign = offset < TimeSpan.Zero ? "-" : "+";
        string minutes = offset.Minutes == 0 ? "" : offset.ToString(@"\:mm", CultureInfo.InvariantCulture);
        return text.Format("date.zone", ("city", city), ("offset", $"UTC{sign}{Math.Abs(offset.Hours)}{minutes}"));
    }
}
