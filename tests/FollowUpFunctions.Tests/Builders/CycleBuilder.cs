using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Builders;

/// <summary>The body of <c>POST /cycles</c>: five organisations, six recommendations, two progress rounds.</summary>
public sealed record CycleBuilder
{
    public string Id { get; init; } = "testland-2031";

    public string Title { get; init; } = "Follow-up in Testland";

    public IReadOnlyList<string> Languages { get; init; } = ["en", "km"];

    public IReadOnlyList<Party> Parties { get; init; } = Party.All;

    public int Recommendations { get; init; } = 6;

    public IReadOnlyDictionary<string, Window> Rounds { get; init; } = Schedule.Rounds;

    /// <summary>Name and the language that they translate into; with any of them the calendar has <see cref="Schedule.Translation"/>.</summary>
    public IReadOnlyList<(string Name, string Into)> Translators { get; init; } = [];

    public static string EmailOf(string translator) => $"{translator.ToLowerInvariant()}@example.org";

    /// <summary>What must stand before children are asked; null where it is missing.</summary>
    public JsonObject? Children { get; init; }

    public static JsonObject Safety => new()
    {
        ["safeguarding"] = new JsonObject { ["name"] = "Sabina Fegarder", ["email"] = SafeguardingEmail, ["language"] = "en" },
        ["complaints"] = "complaints@example.org",
        ["helpline"] = new JsonObject { ["name"] = "Child Helpline Testland", ["number"] = "1280" },
    };

    public const string SafeguardingEmail = "sabina@example.org";

    public JsonObject Build() => new()
    {
        ["children"] = Children?.DeepClone(),
        ["id"] = Id,
        ["title"] = Title,
        ["country"] = "Testland",
        ["symbol"] = "CRC/C/TST/CO/4",
        ["timeZone"] = "Asia/Phnom_Penh",
        ["sourceLanguage"] = "en",
        ["languages"] = new JsonArray([.. Languages.Select(l => JsonValue.Create(l))]),
        ["coordinators"] = new JsonArray(new JsonObject { ["name"] = "Cora Dinator", ["email"] = Schedule.CoordinatorEmail, ["language"] = "en" }),
        ["coordinatorReminderEvery"] = "7.00:00:00",
        ["translators"] = new JsonArray([.. Translators.Select(t => new JsonObject
        {
            ["name"] = t.Name,
            ["email"] = EmailOf(t.Name),
            ["language"] = "en",
            ["into"] = t.Into,
        })]),
        ["calendar"] = new JsonObject
        {
            ["workshop"] = Meeting(Schedule.Day(8), "Town hall"),
            ["monitoringWorkshop"] = Meeting(Schedule.Day(61), "School of Testville"),
            ["rounds"] = new JsonObject(Planned.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value.ToJson()))),
        },
        ["recommendations"] = new JsonArray([.. Enumerable.Range(1, Recommendations).Select(Recommendation)]),
        ["stakeholders"] = new JsonArray([.. Parties.Select(p => p.ToJson())]),
    };

    private IEnumerable<KeyValuePair<string, Window>> Planned =>
        Translators.Count == 0 ? Rounds : Rounds.Append(new("translation", Schedule.Translation));

    private static JsonObject Meeting(DateTimeOffset starts, string place) => new()
    {
        ["starts"] = Schedule.Instant(starts),
        ["ends"] = Schedule.Instant(starts.AddHours(8)),
        ["place"] = place,
    };

    private static JsonObject Recommendation(int n) => new()
    {
        ["paragraph"] = 10 + n,
        ["letter"] = n % 2 == 0 ? "a" : null,
        ["cluster"] = 1 + (n % 3),
        ["heading"] = $"Matter {n}",
        ["texts"] = new JsonObject { ["en"] = $"The Committee recommends that the State party take up matter {n}." },
    };
}
