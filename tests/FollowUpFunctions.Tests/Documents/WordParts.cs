using System.IO.Compression;
using System.Text;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>A DOCX made part by part, so that it can be what no library would write.</summary>
internal sealed class WordParts
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>What stands in the body.</summary>
    public string Body { get; init; } = "";

    /// <summary>The whole main part, in place of one with the body.</summary>
    public string? Document { get; init; }

    public string Styles { get; init; } = "";

    /// <summary>What stands in the part of lists: <c>abstractNum</c> and <c>num</c>.</summary>
    public string Lists { get; init; } = "";

    public IReadOnlyList<(string Name, Stream Content)> More { get; init; } = [];

    /// <summary>A paragraph of a list.</summary>
    public static string Item(string text, int list, int level = 0) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Level(int level, string format, string text, int start = 1, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    /// <summary>A list, used by the numbering of the same id.</summary>
    public static string List(int id, params string[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum><w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>";

    public byte[] Bytes()
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Type}.document.main+xml"/>
                <Override PartName="/word/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{Type}.numbering+xml"/></Types>
                """);
            Write(zip, "_rels/.rels", Relations(("officeDocument", "word/document.xml")));
            Write(zip, "word/_rels/document.xml.rels", Relations(("styles", "styles.xml"), ("numbering", "numbering.xml")));
            Write(zip, "word/document.xml", Document ?? Word("document", $"<w:body>{Body}</w:body>"));
            Write(zip, "word/styles.xml", Word("styles", Styles));
            Write(zip, "word/numbering.xml", Word("numbering", Lists));
            foreach ((string name, Stream content) in More)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                content.CopyTo(entry);
            }
        }

        return file.ToArray();
    }

    public static string Word(string root, string content) =>
        $"<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{content}</w:{root}>";

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{Package}/relationships">{string.Concat(relations.Select((r, n) => $"""<Relationship Id="r{n}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    private static void Write(ZipArchive zip, string name, string text)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
