using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>
/// Holds a document against the types it is read into. A serializer stops at the first thing it can't read; people want to know them all.
/// </summary>
internal sealed class JsonShape(JsonSerializerOptions options, Findings findings)
{
    /// <summary>The document without what doesn't fit, each of which has become a finding; list entries that don't fit are null.</summary>
    public JsonNode? Fit(JsonElement element, Type type, string pointer)
    {
        if (element.ValueKind == JsonValueKind.Null)
            return null;
        if (type == typeof(TextRequest) && element.ValueKind == JsonValueKind.String)
            return new JsonObject { ["text"] = Fit(element, typeof(string), pointer) };

        JsonTypeInfo info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object =>
                Members(element, pointer, name => info.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType, Names(info)),
            JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object =>
                Members(element, pointer, _ => info.ElementType, ""),
            JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array => Entries(element, info.ElementType!, pointer),
            JsonTypeInfoKind.None => Scalar(element, Nullable.GetUnderlyingType(type) ?? type, pointer),
            JsonTypeInfoKind.Enumerable => Wrong(pointer, "a list in square brackets"),
            _ => Wrong(pointer, "an object in curly brackets"),
        };
    }

    private JsonObject Members(JsonElement element, string pointer, Func<string, Type?> typeOf, string known)
    {
        JsonObject fitting = [];
        HashSet<string> seen = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
            {
                findings.Add(pointer, "A name in this object is not valid Unicode: write it anew.");
                continue;
            }

            string at = Findings.Pointer(pointer, name);
            if (!seen.Add(name))
                findings.Add(at, $"“{name}” is given twice: leave one of them out.");
            else if (typeOf(name) is not { } type)
                findings.Add(at, $"“{name}” is not known here: correct it to one of {known}, or leave it out.");
            else
                fitting[name] = Fit(property.Value, type, at);
        }

        return fitting;
    }

    private JsonArray Entries(JsonElement element, Type type, string pointer)
    {
        JsonArray entries = [];
        foreach (JsonElement entry in element.EnumerateArray())
        {
            string at = Findings.Pointer(pointer, entries.Count);
            if (entry.ValueKind == JsonValueKind.Null)
                findings.Add(at, "An entry of this list is null: fill it in or leave it out.");
            entries.Add(Fit(entry, type, at));
        }

        return entries;
    }

    private JsonNode? Scalar(JsonElement element, Type type, string pointer)
    {
        if (type == typeof(int))
            return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) ? number : Wrong(pointer, "a whole number");
        if (type == typeof(bool))
            return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : Wrong(pointer, "true or false");
        if (element.ValueKind != JsonValueKind.String)
            return Wrong(pointer, "a text in quotation marks");
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return Wrong(pointer, "a text in valid Unicode");
        }
    }

    private JsonNode? Wrong(string pointer, string wanted)
    {
        findings.Add(pointer, $"This must be {wanted}.");
        return null;
    }

    private static string Names(JsonTypeInfo info) => string.Join(", ", info.Properties.Select(p => p.Name));

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
