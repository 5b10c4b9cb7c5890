namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Reads a spreadsheet. What it is, its first bytes say: names of files and media types often don't.</summary>
public static class SheetReader
{
    /// <summary>The largest file.</summary>
    public const int LargestFile = 10_000_000;

    internal const int MostRows = 100_000;
    internal const int MostColumns = 200;

    /// <summary>Characters of all cells together: what fits into the memory of the smallest function app.</summary>
    internal const int MostCharacters = 40_000_000;

    public static SheetReading Read(byte[] file) => file switch
    {
        { Length: 0 } => SheetReading.Refused("The file is empty: send a spreadsheet as CSV or XLSX."),
        { Length: > LargestFile } => SheetReading.Refused($"The file may have at most {LargestFile / 1_000_000} MB: leave out what is no row of the table, or send it in parts."),
        [0x50, 0x4B, 0x03, 0x04, ..] => XlsxReader.Read(file),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => SheetReading.Refused(
            "This workbook is protected with a password, or in the old format XLS: take the password off, or save it as XLSX or CSV."),
        [0x25, 0x50, 0x44, 0x46, ..] => SheetReading.Refused("This is a PDF, not a spreadsheet: send CSV or XLSX."),
        _ => CsvSheetReader.Read(file),
    };
}
