using System.IO.Compression;
using System.Security;
using System.Text;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>An XLSX made part by part, so that it can be what no library would write.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, string State, string Xml)> _sheets = [];

    public string SharedStrings { get; init; } = "";

    /// <summary>Style 1 is a date.</summary>
    public string Date { get; init; } = "yyyy\\-mm\\-dd";

    public Workbook Sheet(string rows, string state = "visible", string after = "")
    {
        _sheets.Add(($"S{_sheets.Count + 1}", state, $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>"""));
        return this;
    }

    /// <summary>A row of cells with texts in them.</summary>
    public static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select(c => $"""<c t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(c)}</t></is></c>"""))}</row>""";

    public byte[] Bytes()
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>
                """);
            Write(zip, "_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml")));
            Write(zip, "xl/_rels/workbook.xml.rels", Relations(
                [.. _sheets.Select((s, n) => ($"r{n + 1}", "worksheet", $"worksheets/sheet{n + 1}.xml")), ("styles", "styles", "styles.xml"), ("strings", "sharedStrings", "sharedStrings.xml")]));
            Write(zip, "xl/workbook.xml", $"""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets>{string.Concat(_sheets.Select((s, n) => $"""<sheet name="{s.Name}" sheetId="{n + 1}" state="{s.State}" r:id="r{n + 1}"/>"""))}</sheets></workbook>
                """);
            Write(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="{SecurityElement.Escape(Date)}"/></numFmts>
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
                """);
            Write(zip, "xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{SharedStrings}</sst>""");
            for (int n = 0; n < _sheets.Count; n++)
                Write(zip, $"xl/worksheets/sheet{n + 1}.xml", _sheets[n].Xml);
        }

        return file.ToArray();
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    private static void Write(ZipArchive zip, string name, string text)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
