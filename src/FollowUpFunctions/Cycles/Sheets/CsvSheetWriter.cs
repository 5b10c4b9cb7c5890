using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer; a cell that begins like a formula is guarded.</summary>
internal static class CsvSheetWriter
{
    private const int RowsAtATime = 500;

    private static readonly CsvConfiguration _configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // By itself the writer sees no line break in a cell but its own, and texts have others.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text
            && (text.AsSpan().ContainsAny("\",\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])),
    };

    // In pieces: the body of a response takes no writing but asynchronous.
    public static async Task WriteAsync(IEnumerable<IReadOnlyList<string>> table, Stream to)
    {
        await to.WriteAsync(Encoding.UTF8.Preamble.ToArray());
        foreach (IReadOnlyList<string>[] rows in table.Chunk(RowsAtATime))
        {
            using StringWriter text = new(CultureInfo.InvariantCulture);
            using (CsvWriter csv = new(text, _configuration, leaveOpen: true))
            {
                foreach (IReadOnlyList<string> row in rows)
                {
                    foreach (string cell in row)
                        csv.WriteField(FormulaGuard.On(cell));
                    csv.NextRecord();
                }
            }

            await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }
}
