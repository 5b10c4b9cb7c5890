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

    public JsonObject Build() => new()
    {
        ["id"] = Id,
        ["title"] = Title,
        ["country"] = "Testland",
        ["symbol"] = "CRC/C/TST/CO/4",
        ["timeZone"] = "Asia/Phnom_Penh",
        ["sourceLanguage"] = "en",
        ["languages"] = new JsonArray([.. Languages.Select(l => JsonValue.Create(l))]),
        ["coordinators"] = new JsonArray(new JsonObject { ["name"] = "Cora Dinator", ["email"] = Schedule.CoordinatorEmail, ["language"] = "en" }),
        ["coordinatorReminderEvery"] = "7.00:00:00",
        ["calendar"] = new JsonObject
        {
            ["workshop"] = Meeting(Schedule.Day(8), "Town hall"),
            ["monitoringWorkshop"] = Meeting(Schedule.Day(61), "School of Testville"),
            ["rounds"] = new JsonObject(Rounds.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value.ToJson()))),
        },
        ["recommendations"] = new JsonArray([.. Enumerable.Range(1, Recommendations).Select(Recommendation)]),
        ["stakeholders"] = new JsonArray([.. Parties.Select(p => p.ToJson())]),
    };

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
