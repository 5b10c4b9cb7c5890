using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>
/// A JSON document in a row's properties <c>D0</c>, <c>D1</c>…: at most 30,000 UTF-16 units each (Azure's limit is 64 KiB), 14 to a row.
/// </summary>
public static class RowDocument
{
    public const int PropertyChars = 30_000;

    /// <summary>What fits into one row: 14 properties are 840 KB of the 1 MiB that a row may have.</summary>
    public const int RowChars = PropertyChars * 14;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TableEntity With<T>(this TableEntity row, T document) => row.WithText(JsonSerializer.Serialize(document, Json));

    public static TableEntity With(this TableEntity row, (string Column, object Value) column)
    {
        row[column.Column] = column.Value;
        return row;
    }

    /// <summary>A text in pieces that fit into a row each; one that fits is not copied.</summary>
    public static IEnumerable<string> Rows(string text)
    {
        if (text.Length <= RowChars)
            return [text];
        return Enumerable.Range(0, (text.Length + RowChars - 1) / RowChars).Select(n => text[(n * RowChars)..Math.Min(text.Length, (n + 1) * RowChars)]);
    }

    public static T Document<T>(this TableEntity row) =>
        JsonSerializer.Deserialize<T>(row.Text(), Json)
        ?? throw new InvalidOperationException($"Row {row.PartitionKey}/{row.RowKey} has no document.");

    /// <exception cref="InvalidOperationException">The text is longer than <see cref="RowChars"/>.</exception>
    public static TableEntity WithText(this TableEntity row, string text)
    {
        if (text.Length > RowChars)
            throw new InvalidOperationException($"Row {row.PartitionKey}/{row.RowKey} would hold {text.Length:N0} characters; {RowChars:N0} fit.");
        for (int n = 0; row.Remove($"D{n}"); n++)
        {
        }

        for (int n = 0, at = 0; at < text.Length; n++)
        {
            // No surrogate pair is cut: the encoder escapes all characters beyond the basic plane.
            int length = Math.Min(PropertyChars, text.Length - at);
            row[$"D{n}"] = text.Substring(at, length);
            at += length;
        }

        return row;
    }

    public static string Text(this TableEntity row) =>
        string.Concat(Enumerable.Range(0, int.MaxValue).Select(n => row.GetString($"D{n}")).TakeWhile(s => s is not null));
}
