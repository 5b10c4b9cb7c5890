using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>
/// Unpacks what will be read of a package once, counting, before a word-processing library sees it: what its directory says about sizes is not believed, and XML that declares
/// entities or nests without end is refused. Pictures and embedded files are never unpacked.
/// </summary>
internal static class PackageCheck
{
    private const int MostEntries = 4_000;
    private const long MostUnpacked = 100_000_000;
    private const long LargestPart = 40_000_000;

    // Styles and lists are held as a whole; those of the largest templates take a tenth of it.
    private const long LargestTree = 6_000_000;

    private const int Deepest = 200;
    private const string TooBig = "The file unpacks to far more than a document has: copy the text alone into a new document, save it as DOCX and send that.";

    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CloseInput = true };

    /// <exception cref="UnreadableDocumentException">It is no word-processing document, or not a safe one.</exception>
    public static void Check(byte[] bytes)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostEntries)
                throw new UnreadableDocumentException(TooBig);
            PackageKinds.MustBeWord(zip);
            long left = MostUnpacked;
            foreach (ZipArchiveEntry entry in zip.Entries.Where(IsXml))
            {
                using MeteredStream unpacked = new(entry.Open(), Math.Min(left, LargestPart), TooBig);
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

    public static XmlReader Xml(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), _settings);

    public static XElement? Tree(OpenXmlPart? part)
    {
        if (part is null)
            return null;
        using XmlReader xml = XmlReader.Create(new MeteredStream(part.GetStream(FileMode.Open, FileAccess.Read), LargestTree, TooBig), _settings);
        return XDocument.Load(xml).Root;
    }

    public static UnreadableDocumentException Damaged(Exception e) =>
        new("The DOCX file is damaged or was not written by a word processor: open it and save it again as DOCX.", e);

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

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
