using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUpFunctions.Keeping.People;

/// <summary>Changes the texts of a JSON document, and nothing else of it.</summary>
internal static class JsonTexts
{
    /// <summary>The document with all texts under members of a name changed; the same object where none was.</summary>
    public static string ChangeUnder(string member, string document, Func<string, string> change, JsonSerializerOptions options)
    {
        JsonNode? root = JsonNode.Parse(document);
        bool changed = false;
        Look(root);
        return changed ? root!.ToJsonString(options) : document;

        void Look(JsonNode? node)
        {
            foreach ((string name, JsonNode? value) in node is JsonObject members ? members.ToArray() : [])
            {
                if (name != member || value is null)
                {
                    Look(value);
                    continue;
                }

                string before = value.ToJsonString(options);
                string after = Change(before, change, options);
                if (ReferenceEquals(before, after))
                    continue;
                node![name] = JsonNode.Parse(after);
                changed = true;
            }

            foreach (JsonNode? entry in node is JsonArray entries ? entries : [])
                Look(entry);
        }
    }

    /// <returns>The document with its texts changed; the same object where none was. What is no JSON is one text.</returns>
    public static string Change(string document, Func<string, string> change, JsonSerializerOptions options)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(document);
        }
        catch (JsonException)
        {
            return change(document);
        }

        bool changed = false;
        root = Of(root);
        return changed ? root?.ToJsonString(options) ?? document : document;

        JsonNode? Of(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach ((string name, JsonNode? value) in members.ToArray())
                        Put(value, to => members[name] = to);
                    break;
                case JsonArray entries:
                    for (int n = 0; n < entries.Count; n++)
                        Put(entries[n], to => entries[n] = to);
                    break;
                case JsonValue value when value.TryGetValue(out string? text) && change(text) is { } other && !ReferenceEquals(other, text) && other != text:
                    changed = true;
                    return JsonValue.Create(other);
            }

            return node;
        }

        void Put(JsonNode? before, Action<JsonNode?> put)
        {
            JsonNode? after = Of(before);
            if (!ReferenceEquals(before, after))
                put(after);
        }
    }
}
