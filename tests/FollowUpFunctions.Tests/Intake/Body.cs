using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Tests.Intake;

/// <summary>The sample's body, to be spoilt in one place at a time.</summary>
internal static class Body
{
    private static readonly (string Round, string Opens, string Closes)[] _progress =
    [
        ("progress-1", "2031-01-13", "2031-02-07"), ("progress-2", "2031-05-12", "2031-06-06"),
        ("progress-3", "2031-09-01", "2031-10-03"), ("progress-4", "2032-01-05", "2032-02-06"),
    ];

    public static DateTimeOffset NewYear { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Sample { get; } = File.ReadAllText(Path.Combine(Metadata("RepositoryRoot"), "samples/khm-2011/cycle.json"));

    public static string Metadata(string key) =>
        typeof(Body).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>A small valid body: the sample with three recommendations and three stakeholders.</summary>
    public static JsonNode Small()
    {
        JsonNode body = JsonNode.Parse(Sample)!;
        foreach (string list in new[] { "recommendations", "stakeholders" })
        {
            JsonArray entries = body[list]!.AsArray();
            while (entries.Count > 3)
                entries.RemoveAt(3);
        }

        // Windows of its own for progress, not an interval.
        body.AsObject().Remove("progressEvery");
        body.AsObject().Remove("progressUntil");
        foreach ((string round, string opens, string closes) in _progress)
            body["calendar"]!["rounds"]![round] = new JsonObject { ["opens"] = opens, ["closes"] = closes, ["reminders"] = new JsonArray(JsonNode.Parse($"\"{closes[..8]}02\"")) };

        // Nobody of those whom letters go to is left.
        body.AsObject().Remove("letters");

        return body;
    }

    public static Task<CycleIntake> Read(string json) =>
        CycleIntake.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), NewYear, TestContext.Current.CancellationToken);

    public static Task<CycleIntake> Read(Action<JsonNode> spoil)
    {
        JsonNode body = Small();
        spoil(body);
        return Read(body.ToJsonString());
    }

    /// <summary>The problems as <c>pointer: message</c>.</summary>
    public static async Task<IReadOnlyList<string>> Problems(Action<JsonNode> spoil)
    {
        CycleIntake intake = await Read(spoil);
        Assert.Equal(intake.Problems.Count > 0, intake.Contents is null);
        return [.. intake.Problems.Select(p => $"{p.Pointer}: {p.Message}")];
    }

    /// <summary>Puts a value, given as JSON, at a pointer; null takes it away.</summary>
    public static void Set(JsonNode body, string pointer, string? json)
    {
        string[] path = [.. pointer.Split('/').Skip(1).Select(p => p.Replace("~1", "/", StringComparison.Ordinal))];
        JsonNode parent = path[..^1].Aggregate(body, (node, name) => node is JsonArray list ? list[int.Parse(name, null)]! : node[name]!);
        if (parent is JsonArray entries)
            entries[int.Parse(path[^1], null)] = json is null ? null : JsonNode.Parse(json);
        else if (json is null)
            parent.AsObject().Remove(path[^1]);
        else
            parent[path[^1]] = JsonNode.Parse(json);
    }
}
