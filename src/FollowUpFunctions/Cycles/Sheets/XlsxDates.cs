using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Which styles show a number as a date: a workbook keeps a date as days since 1900, or since 1904.</summary>
internal sealed class XlsxDates(IReadOnlySet<int> styles, bool since1904)
{
    private const int DaysFrom1900To1904 = 1_462;
    private const int FirstCustom = 164;

    public static XlsxDates Read(WorkbookPart workbook)
    {
        Stylesheet? sheet = workbook.WorkbookStylesPart?.Stylesheet;
        Dictionary<uint, string> custom = [];
        foreach (NumberingFormat format in sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            custom[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        HashSet<int> styles = [];
        int index = 0;
        foreach (CellFormat format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            uint id = format.NumberFormatId?.Value ?? 0;
            if (custom.TryGetValue(id, out string? code) ? IsDate(code) : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 58) and < FirstCustom)
                styles.Add(index);
            index++;
        }

        return new(styles, workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
    }

    public bool Are(int style) => styles.Contains(style);

    /// <summary>The ISO 8601 date of a serial number, with the time where it has one; the number itself where it is out of reach.</summary>
    public string Show(double serial)
    {
        double days = since1904 ? serial + DaysFrom1900To1904 : serial;
        if (days is < 1 or >= 2_958_466)
            return serial.ToString("G15", CultureInfo.InvariantCulture);
        DateTime moment = DateTime.FromOADate(Math.Round(days * 86_400) / 86_400);
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // Letters in quotation marks, brackets or after a backslash are words, colours and conditions.
    private static bool IsDate(string code)
    {
        bool quoted = false;
        for (int n = 0; n < code.Length; n++)
        {
            char c = code[n];
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '\\' or '_' or '*')
                n++;
            else if (c == '[')
                n = Math.Max(n, code.IndexOf(']', n));
            else if (char.ToLowerInvariant(c) is 'y' or 'd' or 'm' or 'h' or 's' && !code.StartsWith("General", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
