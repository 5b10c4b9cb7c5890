using System.Globalization;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Builders;

/// <summary>When a round opens, reminds and closes; days count from the start of the clock.</summary>
public sealed record Window(double Opens, double Closes, params double[] Reminders)
{
    public JsonObject ToJson() => new()
    {
        ["opens"] = Schedule.Instant(Schedule.Day(Opens)),
        ["closes"] = Schedule.Instant(Schedule.Day(Closes)),
        ["reminders"] = new JsonArray([.. Reminders.Select(r => JsonValue.Create(Schedule.Instant(Schedule.Day(r))))]),
    };
}

/// <summary>The calendar of the cycles under test.</summary>
public static class Schedule
{
    public const string CoordinatorEmail = "cora@example.org";

    public static readonly Window Translation = new(0.5, 7, 4);
    public static readonly Window WorkshopInvitation = new(1, 7, 3, 5);
    public static readonly Window Commitments = new(10, 16, 13);
    public static readonly Window CoSigning = new(16.1, 16.9, 16.5);
    public static readonly Window Consultation = new(17, 30, 20, 25);
    public static readonly Window Responsibility = new(31, 44, 38);
    public static readonly Window MonitoringInvitation = new(51, 60, 55);
    public static readonly Window MonitoringPlan = new(63, 70, 66);
    public static readonly Window FirstProgress = new(180, 200, 190);
    public static readonly Window SecondProgress = new(360, 380, 370);

    public static IReadOnlyDictionary<string, Window> Rounds { get; } = new Dictionary<string, Window>
    {
        ["workshop-invitation"] = WorkshopInvitation,
        ["commitments"] = Commitments,
        ["co-signing"] = CoSigning,
        ["consultation"] = Consultation,
        ["responsibility"] = Responsibility,
        ["monitoring-invitation"] = MonitoringInvitation,
        ["monitoring-plan"] = MonitoringPlan,
        ["progress-1"] = FirstProgress,
        ["progress-2"] = SecondProgress,
    };

    public static DateTimeOffset Day(double day) => SampleCycle.Starts.AddDays(day);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
