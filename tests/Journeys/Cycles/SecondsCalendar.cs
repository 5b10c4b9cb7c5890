using System.Globalization;
using System.Text.Json.Nodes;
using Journeys.Host;

namespace Journeys.Cycles;

/// <summary>
/// A calendar of which each step begins when the one before it is over, from a few seconds from now on. A step lasts a second unless it is said
/// otherwise; <see cref="JourneySettings.Pace"/> stretches all. A round whose turn comes late is moved by the app as a whole, so steps never get less.
/// </summary>
public sealed record SecondsCalendar
{
    // The calendar must be ahead still when the host reads it.
    private const double Lead = 4;
    private const string Workshop = "workshop";
    private const string Monitoring = "monitoring-workshop";

    private static readonly string[] order =
    [
        "workshop-invitation", Workshop, "commitments", "co-signing", "consultation", "responsibility",
        "monitoring-invitation", Monitoring, "ballot", "monitoring-plan", "progress-1",
    ];

    /// <summary>How long steps last, in seconds.</summary>
    public IReadOnlyDictionary<string, double> Lasting { get; init; } = new Dictionary<string, double>();

    /// <summary>When rounds remind, in seconds from their opening.</summary>
    public IReadOnlyDictionary<string, double> Reminding { get; init; } = new Dictionary<string, double>();

    /// <summary>Translators work from the beginning until the workshop starts.</summary>
    public bool Translation { get; init; }

    /// <summary>A first round that is open for hours: what comes after it never comes.</summary>
    public static SecondsCalendar OfHours { get; } = new() { Lasting = new Dictionary<string, double> { ["workshop-invitation"] = 6 * 3600 } };

    public JsonObject Build()
    {
        DateTimeOffset first = DateTimeOffset.UtcNow + Stretched(Lead);
        DateTimeOffset at = first;
        JsonObject calendar = [];
        JsonObject rounds = [];
        foreach (string step in order)
        {
            DateTimeOffset over = at + Stretched(Lasting.GetValueOrDefault(step, 1));
            if (step is Workshop)
                calendar["workshop"] = Meeting(at, over, "Town hall");
            else if (step is Monitoring)
                calendar["monitoringWorkshop"] = Meeting(at, over, "School of Testville");
            else
                rounds[step] = Window(at, over, Reminding.TryGetValue(step, out double reminder) ? [at + Stretched(reminder)] : []);
            if (step is Workshop && Translation)
                rounds["translation"] = Window(first, at, []);
            at = over;
        }

        calendar["rounds"] = rounds;
        return calendar;
    }

    private static JsonObject Meeting(DateTimeOffset starts, DateTimeOffset ends, string place) =>
        new() { ["starts"] = Instant(starts), ["ends"] = Instant(ends), ["place"] = place };

    private static JsonObject Window(DateTimeOffset opens, DateTimeOffset closes, IEnumerable<DateTimeOffset> reminders) => new()
    {
        ["opens"] = Instant(opens),
        ["closes"] = Instant(closes),
        ["reminders"] = new JsonArray([.. reminders.Select(r => JsonValue.Create(Instant(r)))]),
    };

    private static TimeSpan Stretched(double seconds) => TimeSpan.FromSeconds(seconds) * JourneySettings.Pace;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
