using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Compares a schema with the .NET type that is read or written: members and names of enums, however deep.</summary>
public sealed class MemberCheck(ApiDescription api)
{
    private static readonly JsonSerializerOptions web = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static IEnumerable<string> NamesOf(Type type) => type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    public IReadOnlyList<string> Differences(JsonNode schema, Type type)
    {
        JsonNode there = web.GetJsonSchemaAsNode(type);
        return [.. Differences(schema, there, new(there), "")];
    }

    private IEnumerable<string> Differences(JsonNode described, JsonNode there, SchemaCheck types, string at)
    {
        described = api.Resolve(described);
        there = types.Resolve(there);
        if (described["anyOf"] is JsonArray alternatives)
            described = alternatives.Select(a => api.Resolve(a!)).Single(a => a["properties"] is not null);
        if (there["enum"] is JsonArray names && !names.Select(Text).OfType<string>().ToHashSet().SetEquals((described["enum"]?.AsArray() ?? []).Select(Text).OfType<string>()))
            yield return $"{at} enum";

        JsonObject members = there["properties"]?.AsObject() ?? [];
        JsonObject known = described["properties"]?.AsObject() ?? [];
        foreach (string name in members.Select(m => m.Key).Except(known.Select(m => m.Key)))
            yield return $"{at}/{name} is not described";
        foreach (string name in known.Select(m => m.Key).Except(members.Select(m => m.Key)))
            yield return $"{at}/{name} is described and not there";
        if (IsAnswer(described))
        {
            // What has no value is left out of answers: required is what always has one.
            foreach (string name in members.Where(m => !IsNullable(types.Resolve(m.Value!))).Select(m => m.Key).Order().Except(Required(described)))
                yield return $"{at}/{name} is always there, and not required";
            foreach (string name in Required(described).Intersect(members.Where(m => IsNullable(types.Resolve(m.Value!))).Select(m => m.Key)))
                yield return $"{at}/{name} is required, and not always there";
        }

        IEnumerable<(JsonNode? Described, JsonNode? There, string At)> below =
        [
            .. members.Where(m => known.ContainsKey(m.Key)).Select(m => (known[m.Key], m.Value, $"{at}/{m.Key}")),
            (described["items"], there["items"], $"{at}/*"),
            (described["additionalProperties"] as JsonObject, there["additionalProperties"] as JsonObject, $"{at}/*"),
        ];
        foreach ((JsonNode? ours, JsonNode? theirs, string deeper) in below)
        {
            if (ours is null || theirs is not JsonObject)
                continue;
            foreach (string difference in Differences(ours, theirs, types, deeper))
                yield return difference;
        }
    }

    // Requests are closed, since what they may not have is refused; answers may have more one day.
    private static bool IsAnswer(JsonNode described) => described["additionalProperties"]?.GetValueKind() != JsonValueKind.False;

    private static IEnumerable<string> Required(JsonNode described) => (described["required"]?.AsArray() ?? []).Select(Text).OfType<string>();

    private static bool IsNullable(JsonNode type) =>
        type["type"] is JsonArray several ? several.Any(t => Text(t) == "null") : type["enum"]?.AsArray().Contains(null) ?? false;

    private static string? Text(JsonNode? node) => (string?)node;
}
