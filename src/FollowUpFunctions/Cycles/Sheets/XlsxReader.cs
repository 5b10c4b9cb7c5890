using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>The first visible sheet of a workbook that has a table. Sheets are read as a stream: no more than their texts is held.</summary>
internal static class XlsxReader
{
    // What a table of the largest size takes; a file that unpacks to more was made to fill a memory. The parts that are read whole are small.
    private const long LargestPart = 150_000_000;
    private const long LargestSmallPart = 5_000_000;

    private const string Damaged = "The workbook can't be read: open it in a spreadsheet program, save it as XLSX and send that.";

    public static SheetReading Read(byte[] file)
    {
        try
        {
            if (WhyNot(file) is { } reason)
                return SheetReading.Refused(reason);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            return document.WorkbookPart is { } workbook ? First(workbook) : SheetReading.Refused(Damaged);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or IOException
            or FormatException or ArgumentException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return SheetReading.Refused(Damaged);
        }
    }

    // Sizes as the archive declares them: unpacking stops there.
    private static string? WhyNot(byte[] file)
    {
        using ZipArchive zip = new(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.GetEntry("[Content_Types].xml") is null)
        {
            return zip.GetEntry("mimetype") is null
                ? "This is an archive, not a spreadsheet: unpack it and send the CSV or XLSX inside."
                : "This is an OpenDocument file: save it as XLSX or CSV and send that.";
        }

        if (zip.GetEntry("word/document.xml") is not null)
            return "This is a text document, not a spreadsheet: send CSV or XLSX.";
        long all = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            bool mayBeLarge = entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
            all += entry.Length;
            if (all > LargestPart || (!mayBeLarge && entry.Length > LargestSmallPart))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The workbook unpacks to more than {LargestPart / 1_000_000} MB: copy the table alone, as values, into a new workbook.");
            }
        }

        return null;
    }

    private static SheetReading First(WorkbookPart workbook)
    {
        XlsxCells cells = new(XlsxStrings.Read(workbook.SharedStringTablePart), XlsxDates.Read(workbook));
        SheetReading? empty = null;
        foreach (DocumentFormat.OpenXml.Spreadsheet.Sheet sheet in workbook.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
        {
            if ((sheet.State?.HasValue == true && sheet.State.Value != SheetStateValues.Visible)
                || sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
            {
                continue;
            }

            using Stream xml = part.GetStream(FileMode.Open, FileAccess.Read);
            SheetReading reading = XlsxSheetReader.Read(xml, cells, sheet.Name?.Value ?? "");
            if (reading.Sheet is { Rows.Count: > 0 } || (reading.Sheet is null && reading.Problems[0].Pointer.Length > 0))
                return reading;
            empty ??= reading;
        }

        return empty ?? SheetReading.Refused("The workbook has no visible sheet with a table: show the sheet, or send it as CSV.");
    }
}
