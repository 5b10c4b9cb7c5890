using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents.Docx;
using FollowUpFunctions.Cycles.Documents.Html;
using FollowUpFunctions.Cycles.Documents.Pdf;
using FollowUpFunctions.Cycles.Documents.Text;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>
/// Reads DOCX, PDF with a text layer, HTML and plain text. The bytes say which it is, never a name or a media type. No document makes it take more than a bounded
/// amount of memory.
/// </summary>
public static class DocumentReader
{
    /// <summary>Characters: some thousand pages, more than any committee writes.</summary>
    private const int LongestText = 3_000_000;

    private const int MostLines = 60_000;

    /// <returns>The document's lines, or what must be mended before there are any.</returns>
    public static (SourceDocument? Document, Problem? Problem) Read(byte[] content, string pointer)
    {
        try
        {
            SourceDocument document = FileFormats.Of(content) switch
            {
                FileFormat.Docx => DocxDocument.Read(content),
                FileFormat.Pdf => PdfPages.Read(content),
                FileFormat.Html => HtmlDocument.Read(PlainText.Decode(content)),
                _ => PlainText.Read(PlainText.Decode(content)),
            };
            return document.Lines.Count <= MostLines && document.Lines.Sum(l => (long)l.Text.Length) <= LongestText
                ? (document, null)
                : throw new UnreadableDocumentException("The document is too long to be concluding observations: give the document alone, without annexes and other papers.");
        }
        catch (UnreadableDocumentException e)
        {
            return (null, new(pointer, e.Message));
        }
    }
}
