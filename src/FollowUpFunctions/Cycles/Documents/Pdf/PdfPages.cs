using FollowUp.Domain.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>The lines of a PDF file's text layer, in reading order. A file of pictures has none: text recognition is another tool's work.</summary>
internal static class PdfPages
{
    private const int MostPages = 1_000;
    private const int MostLetters = 4_000_000;

    /// <exception cref="UnreadableDocumentException">It is encrypted, damaged, too long, or has no text.</exception>
    public static SourceDocument Read(byte[] bytes)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new MeteredFilters() });
            return Read(document);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException("The PDF file is protected with a password: open it, save it without the password and send that.", e);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // The library meets damaged files with whatever its parser stumbles over.
            throw e.InnerException as UnreadableDocumentException
                ?? new UnreadableDocumentException("The PDF file is damaged: open it, print it to a new PDF file and send that, or send a DOCX.", e);
        }
    }

    private static SourceDocument Read(PdfDocument document)
    {
        if (document.NumberOfPages > MostPages)
            throw new UnreadableDocumentException($"The PDF file has {document.NumberOfPages} pages: give the concluding observations alone.");
        List<PrintedLine> lines = [];
        List<int> silent = [];
        long letters = 0;
        document.AddPageFactory<PageWork, PageWorkFactory>();
        for (int n = 1; n <= document.NumberOfPages; n++)
        {
            // A page without end is known before its letters fill the memory.
            document.GetPage<PageWork>(n);
            Page page = document.GetPage(n);
            IReadOnlyList<PrintedLine> printed = PrintedLine.On(page);
            if (printed.Count == 0 && page.NumberOfImages > 0)
                silent.Add(page.Number);
            lines.AddRange(printed);
            letters += printed.Sum(l => l.Text.Length);
            if (letters > MostLetters)
                throw new UnreadableDocumentException("The PDF file is too long: give the concluding observations alone.");
        }

        if (letters < 20)
        {
            throw new UnreadableDocumentException(silent.Count > 0
                ? "The PDF file holds pictures of pages and no text: send the original as DOCX or PDF, or run text recognition (OCR) over it first."
                : "The PDF file has no text: send the original as DOCX or PDF.");
        }

        return new(PageLayout.Of(lines), Wrapped: true)
        {
            Doubts = [.. silent.Select(page => new Doubt(0, "", $"Page {page} is a picture without text: look what stands on it.") { Page = page })],
        };
    }
}
