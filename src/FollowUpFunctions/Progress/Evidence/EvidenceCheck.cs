using System.Buffers;
using System.Text;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Documents.Text;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>What the bytes of a file are, as they are kept; or why they are not taken: one of <see cref="FormProblem"/>'s names.</summary>
/// <param name="Extension">One of <see cref="EvidenceFiles.ContentTypes"/>.</param>
internal sealed record EvidenceFound(string Extension, byte[] Bytes, string? Problem = null)
{
    public static EvidenceFound Refused(string problem) => new("", [], problem);
}

/// <summary>
/// Tells what a file is by its bytes alone; what it is called, or said to be, counts for nothing. Pictures are kept without what a camera writes
/// beside them: where a child was photographed is nobody's business.
/// </summary>
internal static class EvidenceCheck
{
    private static readonly SearchValues<byte> _blank = SearchValues.Create(" \t\r\n\f\0"u8);

    public static EvidenceFound Of(byte[] bytes)
    {
        ReadOnlySpan<byte> start = bytes;
        if (start.IndexOfAnyExcept(_blank) < 0)
            return EvidenceFound.Refused(FormProblem.FileEmpty);
        if (bytes.Length > EvidenceFiles.Largest)
            return EvidenceFound.Refused(FormProblem.FileTooLarge);
        if (start.StartsWith("%PDF-"u8))
            return PdfEvidence.Of(bytes);
        if (start.StartsWith("PK\x03\x04"u8))
            return PackageEvidence.Of(bytes);
        if (start.StartsWith(PngEvidence.Signature))
            return PngEvidence.Of(bytes);
        if (start.StartsWith(JpegEvidence.Signature))
            return JpegEvidence.Of(bytes);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return EvidenceFound.Refused(start.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FormProblem.FileLocked : FormProblem.FileUnknown);
        return Text(bytes);
    }

    // Kept as UTF-8, so that it reads the same wherever it is opened. What a browser could take for a page is no plain text.
    private static EvidenceFound Text(byte[] bytes)
    {
        try
        {
            if (FileFormats.Of(bytes) != FileFormat.Text)
                return EvidenceFound.Refused(FormProblem.FileUnknown);
            string text = PlainText.Decode(bytes);
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) || LooksLikeMarkup(text)
                ? EvidenceFound.Refused(FormProblem.FileUnknown)
                : new("txt", Encoding.UTF8.GetBytes(text));
        }
        catch (UnreadableDocumentException)
        {
            return EvidenceFound.Refused(FormProblem.FileUnknown);
        }
    }

    private static bool LooksLikeMarkup(string text) =>
        new[] { "<script", "<svg", "<html", "<?php", "<iframe" }.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));
}
