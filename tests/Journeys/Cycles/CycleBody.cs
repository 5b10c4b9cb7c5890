using System.Text.Json.Nodes;

namespace Journeys.Cycles;

/// <summary>The body of <c>POST /cycles</c>: a few organisations, six recommendations, a calendar of seconds from now on.</summary>
public sealed record CycleBody
{
    public SecondsCalendar Calendar { get; init; } = new();

    public IReadOnlyList<Party> Parties { get; init; } = Party.All;

    /// <summary>Address of somebody who translates into Khmer; null for nobody.</summary>
    public string? Translator { get; init; }

    /// <summary>Whether all stands that must stand before children are asked.</summary>
    public bool Children { get; init; }

    public JsonObject Build(string id, string coordinator)
    {
        JsonObject body = new()
        {
            ["id"] = id,
            ["title"] = "Follow-up in Testland",
            ["country"] = "Testland",
            ["symbol"] = "CRC/C/TST/CO/4",
            ["timeZone"] = "Asia/Phnom_Penh",
            ["sourceLanguage"] = "en",
            ["languages"] = new JsonArray("en", "km"),
            ["coordinators"] = new JsonArray(Somebody("Cora Dinator", coordinator)),
            ["calendar"] = (Calendar with { Translation = Translator is not null }).Build(),
            ["recommendations"] = new JsonArray([.. Enumerable.Range(1, 6).Select(Recommendation)]),
            ["stakeholders"] = new JsonArray([.. Parties.Select(p => p.ToJson())]),
        };
        if (Translator is not null)
        {
            JsonObject translator = Somebody("Dara Trans", Translator);
            translator["into"] = "km";
            body["translators"] = new JsonArray(translator);
        }

        if (Children)
        {
            body["children"] = new JsonObject
            {
                ["safeguarding"] = Somebody("Sabina Fegarder", "sabina@example.org"),
                ["complaints"] = "complaints@example.org",
                ["helpline"] = new JsonObject { ["name"] = "Child Helpline Testland", ["number"] = "1280" },
            };
        }

        return body;
    }

    private static JsonObject Somebody(string name, string email) => new() { ["name"] = name, ["email"] = email, ["language"] = "en" };

    private static JsonObject Recommendation(int n) => new()
    {
        ["paragraph"] = 10 + n,
        ["letter"] = n % 2 == 0 ? "a" : null,
        ["cluster"] = 1 + (n % 3),
        ["heading"] = $"Matter {n}",
        ["texts"] = new JsonObject { ["en"] = $"The Committee recommends that the State party take up matter {n}." },
    };
}
