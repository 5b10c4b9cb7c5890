using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>
/// A row as a line of JSON: <c>{"partition": …, "row": …, "properties": {…}}</c>. Texts, truth values and 32-bit numbers stand as they are; the rest as
/// <c>{"type": "date" | "binary" | "int64" | "double" | "guid", "value": "…"}</c>. What the store itself adds (ETag, time stamp) is left out.
/// </summary>
public static class ArchivedRow
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = RowDocument.Json.Encoder };

    public static byte[] Write(TableEntity row, params string[] without)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, _writing))
        {
            json.WriteStartObject();
            json.WriteString("partition", row.PartitionKey);
            json.WriteString("row", row.RowKey);
            json.WriteStartObject("properties");
            foreach ((string name, object value) in row.Where(p => IsOurs(p.Key) && p.Value is not null && !without.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal))
                Write(json, name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    /// <exception cref="JsonException">The line is no row.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            TableEntity row = new(json.RootElement.GetProperty("partition").GetString(), json.RootElement.GetProperty("row").GetString());
            foreach (JsonProperty property in json.RootElement.GetProperty("properties").EnumerateObject())
                row[property.Name] = Value(property.Value);
            return row;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new JsonException("This is no row.", e);
        }
    }

    private static bool IsOurs(string property) => property is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp");

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                (string type, string written) = Typed(value);
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("value", written);
                json.WriteEndObject();
                break;
        }
    }

    private static (string Type, string Value) Typed(object value) => value switch
    {
        DateTimeOffset at => ("date", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        byte[] bytes => ("binary", Convert.ToBase64String(bytes)),
        long number => ("int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("double", number.ToString("R", CultureInfo.InvariantCulture)),
        Guid id => ("guid", id.ToString("D")),
        _ => throw new NotSupportedException($"A row has a value of type {value.GetType()}: archives know none."),
    };

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.GetInt32(),
        _ => (value.GetProperty("type").GetString(), value.GetProperty("value").GetString()!) switch
        {
            ("date", { } at) => DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            ("binary", { } bytes) => Convert.FromBase64String(bytes),
            ("int64", { } number) => long.Parse(number, CultureInfo.InvariantCulture),
            ("double", { } number) => double.Parse(number, CultureInfo.InvariantCulture),
            ("guid", { } id) => Guid.Parse(id),
            _ => throw new JsonException("A value has a type that archives don't know."),
        },
    };
}
