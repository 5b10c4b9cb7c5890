using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Tests.Publication;

/// <summary>The part of JSON Schema that the plan's schema uses; a keyword it doesn't know fails, so that none is passed over.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public IReadOnlyList<string> Of(JsonElement value) => [.. Of(root, value, "")];

    private IEnumerable<string> Of(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Of(schema, keyword, value, at));

    private IEnumerable<string> Of(JsonElement schema, JsonProperty keyword, JsonElement value, string at) => keyword.Name switch
    {
        "$schema" or "title" or "description" or "$defs" or "format" => [],
        "$ref" => Of(root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, at),
        "type" => Types(keyword.Value).Contains(TypeOf(value)) ? [] : [$"{at}: is {TypeOf(value)}, not {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)) ? [] : [$"{at}: {value} is not in {keyword.Value}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"{at}: {value} has not the form {keyword.Value}"],
        "maxLength" => value.GetString()!.Length <= keyword.Value.GetInt32() ? [] : [$"{at}: too long"],
        "minimum" => value.GetInt32() >= keyword.Value.GetInt32() ? [] : [$"{at}: below {keyword.Value}"],
        "maximum" => value.GetInt32() <= keyword.Value.GetInt32() ? [] : [$"{at}: above {keyword.Value}"],
        "minItems" => value.GetArrayLength() >= keyword.Value.GetInt32() ? [] : [$"{at}: too few"],
        "anyOf" => keyword.Value.EnumerateArray().Any(one => !Of(one, value, at).Any()) ? [] : [$"{at}: fits none of {keyword.Value}"],
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, n) => Of(keyword.Value, item, $"{at}/{n}")),
        "required" or "properties" or "additionalProperties" when value.ValueKind != JsonValueKind.Object => [],
        "required" => keyword.Value.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{at}/{r}: missing"),
        "properties" => keyword.Value.EnumerateObject().SelectMany(p => value.TryGetProperty(p.Name, out JsonElement v) ? Of(p.Value, v, $"{at}/{p.Name}") : []),
        "additionalProperties" => value.EnumerateObject()
            .Where(p => !schema.TryGetProperty("properties", out JsonElement known) || !known.TryGetProperty(p.Name, out _))
            .SelectMany(p => keyword.Value.ValueKind == JsonValueKind.False ? [$"{at}/{p.Name}: not in the schema"] : Of(keyword.Value, p.Value, $"{at}/{p.Name}")),
        _ => throw new NotSupportedException($"The schema uses {keyword.Name}, which this check doesn't know."),
    };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
