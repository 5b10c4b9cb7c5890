using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Checks documents against the keywords of JSON Schema that our schemas use.</summary>
/// <param name="root">What references point into.</param>
/// <param name="strict">Members that an object's schema has no word on are faults, even where it leaves them open.</param>
public sealed class SchemaCheck(JsonNode root, bool strict = false)
{
    public SchemaCheck(string schema)
        : this(JsonNode.Parse(schema)!)
    {
    }

    /// <summary>One line for each fault: where, and which keyword.</summary>
    public IReadOnlyList<string> Faults(JsonNode? document) => Faults(document, root);

    public IReadOnlyList<string> Faults(JsonNode? document, JsonNode rule) => [.. Check(document, rule, "")];

    /// <summary>What a reference points to; a node that is none is itself.</summary>
    public JsonNode Resolve(JsonNode node) => (string?)node["$ref"] is { } reference
        ? Resolve(reference.TrimStart('#', '/').Split('/').Aggregate(root, (at, name) => at[name] ?? throw new KeyNotFoundException(reference)))
        : node;

    private IEnumerable<string> Check(JsonNode? node, JsonNode rule, string at)
    {
        rule = Resolve(rule);
        if ((rule["anyOf"] ?? rule["oneOf"]) is JsonArray alternatives)
            return alternatives.Any(a => !Check(node, a!, at).Any()) ? [] : [$"{at} anyOf"];
        if (rule["allOf"] is JsonArray parts)
            return parts.SelectMany(part => Check(node, part!, at));
        return [.. Value(node, rule, at), .. Members(node as JsonObject, rule, at), .. Entries(node as JsonArray, rule, at)];
    }

    private static IEnumerable<string> Value(JsonNode? node, JsonNode rule, string at)
    {
        if (rule["type"] is { } type && !Types(type).Contains(TypeOf(node)) && !(TypeOf(node) == "integer" && Types(type).Contains("number")))
            yield return $"{at} type";
        if (rule["const"] is { } only && !JsonNode.DeepEquals(only, node))
            yield return $"{at} const";
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
            if (member?.GetValueKind() == JsonValueKind.False || (member is null && strict && rule["properties"] is not null))
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
