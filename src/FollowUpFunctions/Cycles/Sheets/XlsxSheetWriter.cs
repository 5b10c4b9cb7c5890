using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A workbook of one sheet. Every cell is text, in a style that keeps it so: a spreadsheet would make 4.1 of the target 4.10.</summary>
internal static class XlsxSheetWriter
{
    private const uint TextFormat = 49;
    private const string TextStyle = "1";

    // A ZIP knows no dates before.
    private static readonly DateTimeOffset _always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same rows give the same bytes: a cycle that was restored elsewhere gives the same exports.</summary>
    /// <param name="to">Can be read and sought.</param>
    public static void Write(IEnumerable<IReadOnlyList<string>> table, Stream to)
    {
        Create(table, to);
        using ZipArchive parts = new(to, ZipArchiveMode.Update, leaveOpen: true);
        foreach (ZipArchiveEntry part in parts.Entries)
            part.LastWriteTime = _always;
    }

    private static void Create(IEnumerable<IReadOnlyList<string>> table, Stream to)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");
        workbook.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
        WorksheetPart sheet = workbook.AddNewPart<WorksheetPart>("rId2");
        using (Stream xml = sheet.GetStream(FileMode.Create, FileAccess.Write))
            Rows(table, xml);
        workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Sheet1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
    }

    private static void Rows(IEnumerable<IReadOnlyList<string>> table, Stream to)
    {
        using XmlWriter xml = XmlWriter.Create(to, XlsxXml.Settings);
        xml.WriteStartElement("worksheet", XlsxXml.Namespace);
        XlsxXml.View(xml, first: "A2", rows: 1);
        xml.WriteStartElement("sheetData", XlsxXml.Namespace);
        foreach (IReadOnlyList<string> row in table)
        {
            xml.WriteStartElement("row", XlsxXml.Namespace);
            foreach (string cell in row)
            {
                xml.WriteStartElement("c", XlsxXml.Namespace);
                xml.WriteAttributeString("s", TextStyle);
                XlsxXml.Text(xml, cell);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));
}
