using System.IO.Compression;
using System.Xml;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>
/// Unpacks a package once, counting, before a word-processing library sees it: what its directory says about sizes is not believed, and XML that declares entities or nests
/// without end is refused.
/// </summary>
internal static class PackageCheck
{
    private const int MostEntries = 4_000;
    private const long MostUnpacked = 100_000_000;
    private const long LargestPart = 40_000_000;
    private const int Deepest = 200;
    private const string TooBig = "The file unpacks to far more than a document has: save it again as DOCX, without pictures and embedded files.";

    /// <exception cref="UnreadableDocumentException">It is no word-processing document, or not a safe one.</exception>
    public static void Check(byte[] bytes)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostEntries)
                throw new UnreadableDocumentException(TooBig);
            if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("word/document.xml") is null)
                throw new UnreadableDocumentException("This is a packed file, but no Word document. Send the document as DOCX, PDF with a text layer, HTML or plain text.");
            long left = MostUnpacked;
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                using MeteredStream unpacked = new(entry.Open(), Math.Min(left, LargestPart), TooBig);
                if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                    CheckXml(unpacked);
                unpacked.Drain();
                left -= unpacked.Taken;
            }
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw Damaged(e);
        }
    }

    public static UnreadableDocumentException Damaged(Exception e) =>
        new("The DOCX file is damaged or was not written by a word processor: open it and save it again as DOCX.", e);

    private static void CheckXml(Stream part)
    {
        using XmlReader reader = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new XmlException("Nested too deeply.");
        }
    }
}
