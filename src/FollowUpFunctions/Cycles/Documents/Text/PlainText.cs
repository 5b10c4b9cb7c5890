using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Documents;
using FollowUp.Domain.Documents.Structure;
using UtfUnknown;

namespace FollowUpFunctions.Cycles.Documents.Text;

/// <summary>Plain text in the encodings that people send.</summary>
internal static partial class PlainText
{
    private const int Examined = 100_000;

    static PlainText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceDocument Read(string text)
    {
        string[] pages = text.Split('\f');
        List<DocumentLine> lines = [];
        int number = 0;
        for (int page = 0; page < pages.Length; page++)
        {
            bool apart = false;
            foreach (string line in pages[page].ReplaceLineEndings("\n").Split('\n'))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                    lines.Add(new(number, line, StartsParagraph: apart) { Page = pages.Length > 1 ? page + 1 : 0 });
                apart = string.IsNullOrWhiteSpace(line);
            }
        }

        return new(lines, Wrapping.Of(lines.Select(l => l.Text)));
    }

    /// <summary>By its byte order mark, as UTF-8 where it is valid, by what a page declares, and else by what its bytes look like.</summary>
    /// <exception cref="UnreadableDocumentException">It is no text.</exception>
    public static string Decode(byte[] bytes)
    {
        string text = Marked(bytes) ?? Utf16(bytes) ?? Utf8(bytes) ?? Declared(bytes) ?? Legacy(bytes);
        int odd = text.AsSpan(0, Math.Min(text.Length, Examined)).ToArray().Count(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u001a')) || c == '\ufffd');
        return odd * 200 > Math.Min(text.Length, Examined)
            ? throw new UnreadableDocumentException("The file is none of the formats that can be read. Send the document as DOCX, PDF with a text layer, HTML or plain text.")
            : text.TrimStart('\ufeff');
    }

    private static string? Marked(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ => null,
        };

    /// <summary>Without a mark, UTF-16 shows by its zero bytes, all in odd or all in even places.</summary>
    private static string? Utf16(byte[] bytes)
    {
        int[] zeros = [0, 0];
        int examined = Math.Min(bytes.Length, Examined);
        for (int i = 0; i < examined; i++)
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        if (zeros[0] + zeros[1] == 0 || zeros[0] + zeros[1] < examined / 50 || Math.Min(zeros[0], zeros[1]) * 10 > Math.Max(zeros[0], zeros[1]))
            return null;
        return (zeros[1] > zeros[0] ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
    }

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Declared(byte[] bytes)
    {
        Match charset = Charset.Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4_096)));
        if (!charset.Success || charset.Groups["name"].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(charset.Groups["name"].Value).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Legacy(byte[] bytes)
    {
        Encoding? guessed = CharsetDetector.DetectFromBytes(bytes.AsSpan(0, Math.Min(bytes.Length, Examined)).ToArray()).Detected is { Confidence: > 0.5f, Encoding: { } e } ? e : null;

        // Latin guesses are all worse than the one that Western word processors write.
        return guessed is null or { IsSingleByte: true } && guessed?.CodePage is not (1251 or 1256 or 28595 or 28596 or 20866 or 1253 or 874)
            ? Encoding.GetEncoding(1252).GetString(bytes)
            : guessed!.GetString(bytes);
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?(?<name>[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }
}
