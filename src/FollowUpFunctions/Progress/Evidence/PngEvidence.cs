using System.Buffers.Binary;
using FollowUp.Domain.Forms;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>PNG pictures (ISO/IEC 15948), chunk by chunk: texts, times, EXIF and whatever follows the end are left out.</summary>
internal static class PngEvidence
{
    private const int Around = 12;

    private static readonly string[] _kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs", "hIST", "acTL", "fcTL", "fdAT"];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static EvidenceFound Of(byte[] bytes)
    {
        using MemoryStream picture = new(bytes.Length);
        picture.Write(Signature);
        bool drawn = false;
        for (int at = Signature.Length; at + Around <= bytes.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            string type = System.Text.Encoding.Latin1.GetString(bytes, at + 4, 4);
            if (length > bytes.Length - at - Around || (at == Signature.Length && type != "IHDR"))
                break;
            if (_kept.Contains(type))
                picture.Write(bytes, at, (int)length + Around);
            drawn |= type == "IDAT";
            if (type == "IEND")
                return drawn ? new("png", picture.ToArray()) : EvidenceFound.Refused(FormProblem.FileDamaged);
            at += (int)length + Around;
        }

        return EvidenceFound.Refused(FormProblem.FileDamaged);
    }
}
