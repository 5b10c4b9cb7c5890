using System.IO.Compression;
using System.Text;
using System.Xml;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Documents.Pdf;
using FollowUpFunctions.Publication;
using UglyToad.PdfPig;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>
/// Looks for the people of a cycle in what can be read of a file: its text and its properties. What it finds is not published; that it finds nothing
/// proves nothing, least of all of a picture.
/// </summary>
public sealed class EvidenceNames(MeetingGuests guests)
{
    private const long MostText = 50_000_000;

    public async Task<bool> AreInAsync(CycleContents cycle, string extension, byte[] bytes, CancellationToken cancellation)
    {
        Discretion discretion = new(cycle, await guests.NamesAsync(cycle.Settings.Id, cancellation));
        return TextsOf(extension, bytes).Any(text => discretion.Of(text) != SameWords.Compose(text));
    }

    private static IEnumerable<string> TextsOf(string extension, byte[] bytes) => extension switch
    {
        "txt" => [Encoding.UTF8.GetString(bytes)],
        "pdf" => Pdf(bytes),
        "docx" or "xlsx" => Package(bytes),
        _ => [],
    };

    private static List<string> Pdf(byte[] bytes)
    {
        List<string> texts = [];
        try
        {
            using PdfDocument document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new MeteredFilters() });
            texts.AddRange(new[] { document.Information.Author, document.Information.Title, document.Information.Subject, document.Information.Keywords }.OfType<string>());
            texts.AddRange(PdfPages.Read(bytes).Lines.Select(l => l.Text));
        }
        catch (UnreadableDocumentException)
        {
            // Pictures of pages have no text to look through: whoever decides has looked.
        }

        return texts;
    }

    // A run of text is cut wherever its format changes: a paragraph, or a cell, is put together again.
    private static List<string> Package(byte[] bytes)
    {
        List<string> texts = [];
        long left = MostText;
        using ZipArchive zip = new(new MemoryStream(bytes, writable: false));
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using MeteredStream stream = new(entry.Open(), left, "The file unpacks to far more than a document has.");
            using XmlReader reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
            StringBuilder text = new();
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                    text.Append(reader.Value);
                else if (reader.NodeType is XmlNodeType.Element && reader.GetAttribute("author", "http://schemas.openxmlformats.org/wordprocessingml/2006/main") is { } author)
                    texts.Add(author);
                else if (reader.NodeType is XmlNodeType.EndElement && reader.LocalName is not ("t" or "r" or "rPr"))
                    text = Next(texts, text);
            }

            Next(texts, text);
            left -= stream.Taken;
        }

        return texts;
    }

    private static StringBuilder Next(List<string> texts, StringBuilder text)
    {
        if (text.Length > 0)
            texts.Add(text.ToString());
        return text.Clear();
    }
}
