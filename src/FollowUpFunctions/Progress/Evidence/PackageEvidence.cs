using System.IO.Compression;
using System.Text;
using System.Xml;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Cycles.Documents;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>Word documents and Excel workbooks by what the package says of itself (ISO/IEC 29500-2, 10.1.2); without macros or embedded programs.</summary>
internal static class PackageEvidence
{
    private const int MostEntries = 4_000;
    private const long LargestPart = 2_000_000;
    private const string ContentTypes = "[Content_Types].xml";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly string[] _active = ["vbaProject", "macroEnabled", "activeX", "oleObject", "ms-office.vba"];

    public static EvidenceFound Of(byte[] bytes)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostEntries || zip.GetEntry(ContentTypes) is not { } types)
                return EvidenceFound.Refused(FormProblem.FileUnknown);
            if (zip.Entries.Any(e => e.IsEncrypted))
                return EvidenceFound.Refused(FormProblem.FileLocked);
            (HashSet<string> said, string all) = Types(types);
            if (zip.Entries.Any(e => _active.Any(a => e.FullName.Contains(a, StringComparison.OrdinalIgnoreCase))) || _active.Any(a => all.Contains(a, StringComparison.OrdinalIgnoreCase)))
                return EvidenceFound.Refused(FormProblem.FileActive);
            return said.Contains(Word) && zip.GetEntry("word/document.xml") is { } document ? Sound(document, bytes, "docx")
                : said.Contains(Excel) && zip.GetEntry("xl/workbook.xml") is { } workbook ? Sound(workbook, bytes, "xlsx")
                : EvidenceFound.Refused(FormProblem.FileUnknown);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or UnreadableDocumentException or DecoderFallbackException)
        {
            return EvidenceFound.Refused(FormProblem.FileDamaged);
        }
    }

    // The main part begins like XML: the package was not put together from names alone.
    private static EvidenceFound Sound(ZipArchiveEntry main, byte[] bytes, string extension)
    {
        using XmlReader reader = XmlReader.Create(main.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        reader.MoveToContent();
        return reader.LocalName is "document" or "workbook" ? new(extension, bytes) : EvidenceFound.Refused(FormProblem.FileUnknown);
    }

    private static (HashSet<string> Types, string All) Types(ZipArchiveEntry entry)
    {
        HashSet<string> types = [];
        using MeteredStream stream = new(entry.Open(), LargestPart, "Too many content types.");
        using XmlReader reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                types.Add(type);
        }

        return (types, string.Join(' ', types));
    }
}
