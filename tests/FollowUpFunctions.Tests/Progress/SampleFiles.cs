using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FollowUpFunctions.Tests.Progress;

/// <summary>Small files of each kind.</summary>
internal static class SampleFiles
{
    /// <summary>Where a camera wrote that a picture was taken.</summary>
    public const string Place = "11 deg 33' N, shelter";

    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } =
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)),
        .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 17, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        1, 2, 0xFF, 0, 3, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(Place),
    ];

    public static byte[] Pdf(string text = "What was done", string? author = null)
    {
        using PdfDocumentBuilder builder = new();
        builder.DocumentInformation.Author = author;
        PdfPageBuilder page = builder.AddPage(PageSize.A4);
        page.AddText(text, 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }

    public static byte[] Docx(string text = "What was done", string? extra = null) => Package("word/document.xml", "wordprocessingml.document", $"<document><p><r><t>{text[..2]}</t></r><r><t>{text[2..]}</t></r></p></document>", extra);

    public static byte[] Xlsx() => Package("xl/workbook.xml", "spreadsheetml.sheet", "<workbook/>", null);

    public static byte[] Zip(string name)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
            Write(zip, name, "x");
        return bytes.ToArray();
    }

    private static byte[] Package(string main, string kind, string content, string? extra)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"<Types><Override PartName=\"/{main}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>");
            Write(zip, main, content);
            if (extra is not null)
                Write(zip, extra, "x");
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
