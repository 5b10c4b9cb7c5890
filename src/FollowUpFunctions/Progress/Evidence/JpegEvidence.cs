using System.Buffers.Binary;
using FollowUp.Domain.Forms;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>
/// JPEG pictures (ITU-T T.81, B.1), segment by segment: what cameras and programs write beside the picture is left out, place and time among it, and
/// whatever follows the end. Which way up it is stays.
/// </summary>
internal static class JpegEvidence
{
    private const byte Mark = 0xFF;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Profile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastOfPrograms = 0xEF;

    public static ReadOnlySpan<byte> Signature => [Mark, 0xD8, Mark];

    public static EvidenceFound Of(byte[] bytes)
    {
        using MemoryStream picture = new(bytes.Length);
        picture.Write([Mark, 0xD8]);
        bool framed = false;
        for (int at = 2; at + 4 <= bytes.Length && bytes[at] == Mark;)
        {
            byte marker = bytes[at + 1];
            if (marker == Mark)
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2)) + 2;
            if (length < 4 || at + length > bytes.Length)
                break;
            ReadOnlySpan<byte> segment = bytes.AsSpan(at, length);
            if (marker == Exif && Orientation(segment) is { } way)
                picture.Write(Turned(way));
            else if (IsKept(marker, segment))
                picture.Write(segment);
            framed |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            at += length;
            if (marker != Scan)
                continue;
            int over = EndOfScan(bytes, at);
            picture.Write(bytes, at, over - at);
            at = over;
            if (at + 1 < bytes.Length && bytes[at + 1] == End)
            {
                picture.Write([Mark, End]);
                return framed ? new("jpg", picture.ToArray()) : EvidenceFound.Refused(FormProblem.FileDamaged);
            }
        }

        return EvidenceFound.Refused(FormProblem.FileDamaged);
    }

    // A colour profile and Adobe's note on colours are needed to show the picture as it is.
    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        Jfif or Adobe => true,
        Profile => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        Comment or (>= Exif and <= LastOfPrograms) => false,
        _ => true,
    };

    // In the compressed picture a mark is followed by zero, or restarts it.
    private static int EndOfScan(byte[] bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == Mark && bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or Mark))
                return at;
        }

        return bytes.Length;
    }

    /// <summary>The orientation that an EXIF segment names (CIPA DC-008, tag 274): 2 to 8, or null for upright or none.</summary>
    private static byte? Orientation(ReadOnlySpan<byte> segment)
    {
        const int Header = 10;
        if (!segment[4..].StartsWith("Exif\0\0"u8) || segment.Length < Header + 10)
            return null;
        ReadOnlySpan<byte> tiff = segment[Header..];
        bool little = tiff[0] == (byte)'I';
        uint directory = Long(tiff[4..], little);
        if (directory + 2 > tiff.Length)
            return null;
        int entries = Short(tiff[(int)directory..], little);
        for (int n = 0; n < entries && directory + 2 + (12 * (n + 1)) <= tiff.Length; n++)
        {
            ReadOnlySpan<byte> entry = tiff.Slice((int)directory + 2 + (12 * n), 12);
            if (Short(entry, little) == 274)
                return Short(entry[8..], little) is >= 2 and <= 8 and var way ? (byte)way : null;
        }

        return null;
    }

    private static byte[] Turned(byte way) =>
    [
        Mark, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
