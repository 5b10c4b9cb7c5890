using System.Text.Json.Nodes;
using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>A draft as what <c>POST /cycles</c> takes.</summary>
internal static class BeginPosting
{
    public const string NoLetters = "none";

    private const string Translators = "/translators/";

    public static Upload Of(BeginDraft draft, byte[]? register, byte[]? contacts)
    {
        Dictionary<string, byte[]> parts = new() { [CyclePosting.Cycle] = System.Text.Encoding.UTF8.GetBytes(Settings(draft).ToJsonString()) };
        if (register is not null)
            parts["recommendations"] = register;
        if (contacts is not null)
            parts["stakeholders"] = contacts;
        return new(parts);
    }

    /// <summary>The field in which something is to be mended; null where it is in none.</summary>
    public static string? Field(BeginDraft draft, string pointer, IReadOnlyCollection<string> fields)
    {
        string at = pointer;
        if (pointer.StartsWith(Translators, StringComparison.Ordinal) && pointer[Translators.Length..].Split('/') is [string index, .. string[] rest]
            && int.TryParse(index, out int n) && Translating(draft).ElementAtOrDefault(n) is { } language)
        {
            at = $"{Translators}{language}/{(rest is ["email"] ? "email" : "name")}";
        }

        return fields.Where(f => at == f || at.StartsWith($"{f}/", StringComparison.Ordinal)).MaxBy(f => f.Length)
            ?? fields.FirstOrDefault(f => at.Length > 0 && f.StartsWith($"{at}/", StringComparison.Ordinal));
    }

    private static JsonObject Settings(BeginDraft draft)
    {
        JsonObject settings = [];
        bool translated = Translating(draft).Any();
        bool children = draft.Fields.Any(f => f.Key.StartsWith("/children/", StringComparison.Ordinal) && f.Value.Length > 0);
        foreach ((string pointer, string value) in draft.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            bool left = value.Length == 0 || !pointer.StartsWith('/') || pointer.StartsWith(Translators, StringComparison.Ordinal)
                || (pointer == "/letters/every" && value == NoLetters)
                || (!translated && pointer.StartsWith($"/calendar/rounds/{RoundKinds.Translation.Id}/", StringComparison.Ordinal));
            if (!left)
                Put(settings, pointer.Split('/')[1..], Value(pointer, value));
        }

        string reads = draft.Languages is [{ } first, ..] ? first : "";
        if (translated)
        {
            settings["translators"] = new JsonArray([.. Translating(draft).Select(into => new JsonObject
            {
                ["name"] = draft[$"{Translators}{into}/name"], ["email"] = draft[$"{Translators}{into}/email"], ["language"] = draft.Languages.Contains(into) ? into : reads, ["into"] = into,
            })]);
        }

        if (children)
        {
            Put(settings, ["children", "safeguarding", "language"], reads);
            if (settings["calendar"]?["rounds"]?[RoundKinds.Consultation.Id] is { } window)
                Put(settings, ["calendar", "rounds", ChildrensRounds.Consultation.Id], window.DeepClone());
        }

        return settings;
    }

    private static IEnumerable<string> Translating(BeginDraft draft) =>
        draft.Languages.Where(l => l != draft["/sourceLanguage"] && (draft[$"{Translators}{l}/name"] ?? draft[$"{Translators}{l}/email"]) is not null);

    private static JsonNode Value(string pointer, string value) =>
        pointer == "/languages" || pointer.EndsWith("/reminders", StringComparison.Ordinal)
            ? new JsonArray([.. value.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(v => (JsonNode)v)])
            : value;

    // The only list whose members have fields of their own here has one: the coordinator who is signed in.
    private static void Put(JsonObject into, string[] path, JsonNode value)
    {
        foreach ((int n, string part) in path[..^1].Index())
        {
            if (part == "0")
                continue;
            if (path[n + 1] == "0")
            {
                if (into[part] is not JsonArray)
                    into[part] = new JsonArray(new JsonObject());
                into = into[part]![0]!.AsObject();
            }
            else
            {
                if (into[part] is not JsonObject)
                    into[part] = new JsonObject();
                into = into[part]!.AsObject();
            }
        }

        into[path[^1]] = value;
    }
}
