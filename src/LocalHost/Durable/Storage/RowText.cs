using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace LocalHost.Durable.Storage;

/// <summary>A text of any length as rows: at most 30,000 characters a property and 15 properties a row, within Azure's limits.</summary>
internal static class RowText
{
    private const int PropertyLength = 30_000;
    private const int PropertiesPerRow = 15;

    public static List<TableEntity> Split(string partition, string key, string text)
    {
        List<TableEntity> rows = [];
        int start = 0;
        do
        {
            TableEntity row = new(partition, PartKey(key, rows.Count));
            for (int property = 0; property < PropertiesPerRow && (start < text.Length || property == 0); property++)
            {
                int length = Math.Min(PropertyLength, text.Length - start);
                if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                    length--;
                row[Property(property)] = text.Substring(start, length);
                start += length;
            }

            rows.Add(row);
        }
        while (start < text.Length);
        rows[0]["Parts"] = rows.Count;
        return rows;
    }

    public static int Parts(TableEntity first) => first.GetInt32("Parts") ?? 1;

    /// <param name="rows">All parts of the text, in order.</param>
    public static string Join(IEnumerable<TableEntity> rows)
    {
        StringBuilder text = new();
        foreach (TableEntity row in rows)
        {
            for (int property = 0; property < PropertiesPerRow && row.GetString(Property(property)) is { } piece; property++)
                text.Append(piece);
        }

        return text.ToString();
    }

    public static string PartKey(string key, int part) => string.Create(CultureInfo.InvariantCulture, $"{key}~{part:D4}");

    private static string Property(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number:D2}");
}
