using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FollowUpFunctions.Publication;

/// <summary>Tables as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer); formulas are escaped.</summary>
public static class Csv
{
    private static readonly CsvConfiguration _configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",

        // Left to itself it quotes only where a field has the line ending of the file: what people typed has another, and would break the row.
        ShouldQuote = args => ConfigurationFunctions.ShouldQuote(args) || args.Field?.Contains('\n') == true,
    };

    public static string Write<T>(IEnumerable<T> rows)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = new(text, _configuration, leaveOpen: true))
            csv.WriteRecords(rows);
        return "\ufeff" + text;
    }
}
