using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FollowUpFunctions.Cycles.Sheets;

internal static class CsvSheetReader
{
    // A quotation mark that is never closed takes the rest of the file for one cell: no cell is as long as this.
    private const double LongestCell = 200_000;

    public static SheetReading Read(byte[] file)
    {
        CsvEncoding encoding = CsvEncoding.Of(file);
        string text = encoding.Encoding.GetString(file, encoding.Mark, file.Length - encoding.Mark);
        (char delimiter, int from) = CsvDelimiter.Declared(text) ?? (CsvDelimiter.Detect(text), 0);
        RowGathering rows = new();
        using StringReader reader = new(text);
        for (int n = 0; n < from; n++)
            reader.Read();

        bool bad = false;
        using CsvParser csv = new(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            CacheFields = true,
            // A quotation mark inside of a cell without any around it is itself, as spreadsheets read it.
            BadDataFound = found => bad |= found.Field.TrimStart().StartsWith('"'),
        });
        try
        {
            while (csv.Read())
            {
                string[] cells = csv.Record!;
                if (bad)
                    return Unclosed(csv.Row);
                for (int n = 0; n < cells.Length; n++)
                    cells[n] = FormulaGuard.Off(cells[n].Trim());
                if (!rows.Add(csv.Row, cells))
                    break;
            }
        }
        catch (MaxFieldSizeException)
        {
            return Unclosed(csv.Row);
        }

        return rows.Sheet(new("csv", encoding.Name, encoding.Assumed, CsvDelimiter.NameOf(delimiter)));
    }

    private static SheetReading Unclosed(int row) => SheetReading.Refused(
        $"/rows/{row}", $"Row {row} has a quotation mark that is not closed, or text after one that is: put the whole cell in quotation marks, and write those inside it twice.");
}
