using System.Text;
using System.Text.RegularExpressions;
using FollowUpFunctions.Cycles.Documents.Docx;

namespace FollowUpFunctions.Cycles.Documents;

internal enum FileFormat
{
    Text,
    Html,
    Docx,
    Pdf,
}

/// <summary>Tells formats by their first bytes.</summary>
internal static partial class FileFormats
{
    private const string Wanted = "Send the document as DOCX, PDF with a text layer, HTML or plain text.";
    private const int Beginning = 4_096;

    private static readonly (byte[] Magic, string What)[] _others =
    [
        ("{\\rtf"u8.ToArray(), "This is an RTF file: open it in a word processor and save it as DOCX."),
        ([0x89, 0x50, 0x4E, 0x47], $"This is a picture. {Wanted}"),
        ([0xFF, 0xD8, 0xFF], $"This is a picture. {Wanted}"),
        ("GIF8"u8.ToArray(), $"This is a picture. {Wanted}"),
        ("II*\0"u8.ToArray(), $"This is a picture. {Wanted}"),
        ("MM\0*"u8.ToArray(), $"This is a picture. {Wanted}"),
        ([0x1F, 0x8B], $"This is a compressed file: unpack it first. {Wanted}"),
        ("Rar!"u8.ToArray(), $"This is a compressed file: unpack it first. {Wanted}"),
        ("7z"u8.ToArray(), $"This is a compressed file: unpack it first. {Wanted}"),
        ("MIME-Version:"u8.ToArray(), "This is a saved web archive: save the page as HTML or PDF and send that."),
        ("From: <Saved by"u8.ToArray(), "This is a saved web archive: save the page as HTML or PDF and send that."),
        ([0x7F, 0x45, 0x4C, 0x46], $"This is a program. {Wanted}"),
        ("MZ\u0090"u8.ToArray(), $"This is a program. {Wanted}"),
    ];

    /// <exception cref="UnreadableDocumentException">It is empty, or none of the formats.</exception>
    public static FileFormat Of(byte[] bytes)
    {
        ReadOnlySpan<byte> start = bytes.AsSpan(0, Math.Min(bytes.Length, Beginning));
        if (start.IndexOfAnyExcept(" \t\r\n\f"u8) < 0)
            throw new UnreadableDocumentException($"The document is empty. {Wanted}");
        if (start[..Math.Min(start.Length, 1_024)].IndexOf("%PDF-"u8) >= 0)
            return FileFormat.Pdf;
        if (start.StartsWith("PK\x03\x04"u8))
            return FileFormat.Docx;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableDocumentException(OldOffice(bytes));
        foreach ((byte[] magic, string what) in _others)
        {
            if (start.StartsWith(magic))
                throw new UnreadableDocumentException(what);
        }

        string text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal);
        if (Markup.IsMatch(text))
            return FileFormat.Html;
        return text.TrimStart('ï', '»', '¿', ' ', '\n', '\r').StartsWith("<?xml ", StringComparison.Ordinal)
            ? throw new UnreadableDocumentException($"This is an XML file: open it in the program that made it and save it as DOCX. {Wanted}")
            : FileFormat.Text;
    }

    /// <summary>An encrypted DOCX is an old compound file that holds the encrypted package.</summary>
    private static string OldOffice(byte[] bytes) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? "The document is protected with a password: open it, remove the password and save it again."
        : bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0 ? "This is a document of an old word processor (.doc): open it and save it as DOCX."
        : bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 ? PackageKinds.Spreadsheet
        : $"This is an Office file, but no document, or one with a password. {Wanted}";

    [GeneratedRegex(@"^(ï»¿|ÿþ|þÿ)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|title|meta|div|p|h[1-6]|table|ol|section|article|main|span)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Markup { get; }
}
