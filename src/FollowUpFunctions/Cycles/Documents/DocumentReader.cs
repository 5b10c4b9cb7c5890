using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents.Docx;
using FollowUpFunctions.Cycles.Documents.Html;
using FollowUpFunctions.Cycles.Documents.Pdf;
using FollowUpFunctions.Cycles.Documents.Text;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>
/// Reads concluding observations as DOCX, PDF with a text layer, HTML or plain text. The bytes say which it is, never a name or a media type.
/// Nothing is stored, and no document makes it take more than a bounded amount of memory.
/// </summary>
public static class DocumentReader
{
    /// <summary>Bytes a document may have.</summary>
    public const int Largest = 20_000_000;

    /// <summary>Characters: some thousand pages, more than any committee writes.</summary>
    private const int LongestText = 3_000_000;

    private const int MostLines = 60_000;

    /// <param name="at">JSON pointer of the document in the request, for problems.</param>
    public static async Task<DocumentReading> ReadAsync(
        Stream document, string? symbol = null, string? language = null, string at = "/document", CancellationToken cancellation = default)
    {
        if (await BytesAsync(document, cancellation) is not { } bytes)
            return new(null, [new(at, $"A document may have at most {Largest / 1_000_000} MB: save it without its pictures.")], TooLarge: true);
        try
        {
            return new(Read(bytes, symbol, language), []);
        }
        catch (UnreadableDocumentException e)
        {
            return new(null, [new(at, e.Message)]);
        }
    }

    private static Register Read(byte[] bytes, string? symbol, string? language)
    {
        List<Doubt> doubts = [];
        IReadOnlyList<DocumentLine> lines = FileFormats.Of(bytes) switch
        {
            FileFormat.Docx => DocxDocument.Lines(bytes),
            FileFormat.Pdf => PdfPages.Lines(bytes, doubts),
            FileFormat.Html => HtmlDocument.Lines(PlainText.Decode(bytes)),
            _ => PlainText.Lines(PlainText.Decode(bytes)),
        };
        if (lines.Count > MostLines || lines.Sum(l => (long)l.Text.Length) > LongestText)
            throw new UnreadableDocumentException("The document is too long to be concluding observations: give the document alone, without annexes and other papers.");

        Register register = ConcludingObservations.Read(lines, symbol, language, doubts);
        return register.Paragraphs.Count > 0
            ? register
            : throw new UnreadableDocumentException(
                "No numbered paragraph was found: concluding observations number their paragraphs (1., 2., …). Look whether this is the right document, and whether its numbers are text.");
    }

    /// <summary>Null when there is more than <see cref="Largest"/>; no more than that is read.</summary>
    private static async Task<byte[]?> BytesAsync(Stream document, CancellationToken cancellation)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[81_920];
        int read;
        while ((read = await document.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > Largest)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
