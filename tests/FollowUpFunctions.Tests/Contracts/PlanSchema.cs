using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Checks a document against the keywords of JSON Schema that the plan's schema uses.</summary>
public sealed class PlanSchema(string schema)
{
    private readonly JsonNode root = JsonNode.Parse(schema)!;

    /// <summary>One line for each fault: where, and which keyword.</summary>
    public IReadOnlyList<string> Faults(JsonNode? document) => [.. Check(document, root, "")];

    private IEnumerable<string> Check(JsonNode? node, JsonNode rule, string at)
    {
        if ((string?)rule["$ref"] is { } reference)
            return Check(node, root["$defs"]![reference["#/$defs/".Length..]]!, at);
        return [.. Value(node, rule, at), .. Members(node as JsonObject, rule, at), .. Entries(node as JsonArray, rule, at)];
    }

    private static IEnumerable<string> Value(JsonNode? node, JsonNode rule, string at)
    {
        if (rule["type"] is { } type && !Types(type).Contains(TypeOf(node)) && !(TypeOf(node) == "integer" && Types(type).Contains("number")))
            yield return $"{at} type";
        if (rule["enum"] is JsonArray options && !options.Any(o => JsonNode.DeepEquals(o, node)))
            yield return $"{at} enum";
        if (TypeOf(node) == "string" && (string?)rule["pattern"] is { } pattern && !Regex.IsMatch((string)node!, pattern))
            yield return $"{at} pattern";
        if (TypeOf(node) == "string" && (int?)rule["maxLength"] is { } longest && ((string)node!).Length > longest)
            yield return $"{at} maxLength";
        if (TypeOf(node) == "integer" && ((int?)rule["minimum"] > (int)node! || (int?)rule["maximum"] < (int)node!))
            yield return $"{at} range";
    }

    private IEnumerable<string> Members(JsonObject? node, JsonNode rule, string at)
    {
        if (node is null)
            yield break;
        foreach (JsonNode? required in rule["required"]?.AsArray() ?? [])
        {
            if (!node.ContainsKey((string)required!))
                yield return $"{at}/{required} required";
        }

        foreach ((string name, JsonNode? value) in node)
        {
            JsonNode? member = rule["properties"]?[name] ?? rule["additionalProperties"];
            if (member?.GetValueKind() == JsonValueKind.False)
                yield return $"{at}/{name} additionalProperties";
            else if (member is JsonObject)
            {
                foreach (string fault in Check(value, member, $"{at}/{name}"))
                    yield return fault;
            }
        }
    }

    private IEnumerable<string> Entries(JsonArray? node, JsonNode rule, string at)
    {
        if (node is null)
            return [];
        string[] few = node.Count < ((int?)rule["minItems"] ?? 0) ? [$"{at} minItems"] : [];
        return rule["items"] is { } items ? [.. few, .. node.SelectMany((entry, n) => Check(entry, items, $"{at}/{n}"))] : few;
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(t => (string)t!) : [(string)type!];

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => node.AsValue().TryGetValue(out int _) ? "integer" : "number",
        _ => "boolean",
    };
}
