using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using Calendar = FollowUp.Domain.Cycles.Calendar;

namespace LocalHost.Demo.Sample;

/// <summary>
/// Squeezes a calendar of years into a minute and a half. What comes after what stays so; between two moments of the calendar there is most of
/// a second at least, and longer waits stay longer; rounds in which more is written get more of the time.
/// </summary>
internal static class SecondsCalendar
{
    private const double Total = 92;
    private const double Least = 0.8;
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(6);

    public static void Apply(JsonObject cycle, Calendar calendar, DateTimeOffset now)
    {
        Func<DateTimeOffset, string> at = Scale(calendar, now + Lead);
        JsonObject json = cycle["calendar"]!.AsObject();
        Meeting(json["workshop"]!, calendar.Workshop, at);
        Meeting(json["monitoringWorkshop"]!, calendar.MonitoringWorkshop, at);
        foreach ((string round, RoundWindow window) in calendar.Rounds)
        {
            JsonNode given = json["rounds"]![round] ??= new JsonObject();
            given["opens"] = at(window.Opens);
            given["closes"] = at(window.Closes!.Value);
            given["reminders"] = new JsonArray([.. window.Reminders.Select(r => JsonValue.Create(at(r)))]);
        }

        cycle.Remove("progressEvery");
        cycle.Remove("progressUntil");
        cycle["coordinatorReminderEvery"] = "00:00:10";
        if (cycle["letters"] is { } letters)
            letters["every"] = "00:00:12";
    }

    private static void Meeting(JsonNode json, Meeting meeting, Func<DateTimeOffset, string> at)
    {
        json["starts"] = at(meeting.Starts);
        json["ends"] = at(meeting.Ends);
    }

    private static double Work(Calendar calendar, DateTimeOffset moment) =>
        calendar.Rounds.FirstOrDefault(r => r.Value.Opens <= moment && moment < r.Value.Closes).Key switch
        {
            "consultation" => 3,
            "workshop-invitation" or "commitments" or "responsibility" => 2,
            null => 0.5,
            _ => 1,
        };

    private static Func<DateTimeOffset, string> Scale(Calendar calendar, DateTimeOffset first)
    {
        DateTimeOffset[] moments =
        [
            .. calendar.Rounds.Values.SelectMany(w => (DateTimeOffset[])[w.Opens, w.Closes!.Value, .. w.Reminders])
                .Concat([calendar.Workshop.Starts, calendar.Workshop.Ends, calendar.MonitoringWorkshop.Starts, calendar.MonitoringWorkshop.Ends])
                .Distinct()
                .Order(),
        ];
        // Square roots: a round of three weeks gets a few seconds, and half a year between two rounds not many more.
        double[] waits = [.. moments.Zip(moments.Skip(1), (a, b) => Math.Sqrt((b - a).TotalDays) * Work(calendar, a))];
        double left = Math.Max(0, Total - (Least * waits.Length));
        double scale = left / waits.Sum();
        Dictionary<DateTimeOffset, DateTimeOffset> scaled = new() { [moments[0]] = first };
        for (int n = 0; n < waits.Length; n++)
            scaled[moments[n + 1]] = scaled[moments[n]] + TimeSpan.FromSeconds(Least + (waits[n] * scale));
        return moment => scaled[moment].UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
