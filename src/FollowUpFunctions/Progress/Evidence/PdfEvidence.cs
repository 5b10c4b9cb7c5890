using FollowUp.Domain.Forms;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>PDF files that open, without a password, and ask a reader to run nothing.</summary>
internal static class PdfEvidence
{
    private static readonly byte[][] _active = ["/JavaScript"u8.ToArray(), "/JS"u8.ToArray(), "/Launch"u8.ToArray(), "/RichMedia"u8.ToArray()];

    public static EvidenceFound Of(byte[] bytes)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new MeteredFilters() });
            if (document.NumberOfPages < 1)
                return EvidenceFound.Refused(FormProblem.FileDamaged);
        }
        catch (PdfDocumentEncryptedException)
        {
            return EvidenceFound.Refused(FormProblem.FileLocked);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library meets damaged files with whatever its parser stumbles over.
            return EvidenceFound.Refused(FormProblem.FileDamaged);
        }

        return _active.Any(name => Names(bytes, name)) ? EvidenceFound.Refused(FormProblem.FileActive) : new("pdf", bytes);
    }

    // A name ends where no regular character follows (ISO 32000-1, 7.3.5); longer names begin alike.
    private static bool Names(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (int at; (at = bytes.IndexOf(name)) >= 0; bytes = bytes[(at + name.Length)..])
        {
            if (at + name.Length == bytes.Length || " \t\r\n\f\0/<>[](){}%"u8.Contains(bytes[at + name.Length]))
                return true;
        }

        return false;
    }
}
