using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FollowUpFunctions.Cycles.Documents;
using MimeKit;

namespace FollowUpFunctions.Keeping.People;

/// <summary>What can be read in a file: pages, tables, mails, and the parts of documents and workbooks. Pictures are not read, nor a PDF that is one.</summary>
internal static partial class FileReading
{
    private const long LargestPart = 64 << 20;

    /// <summary>Each text as it stands, and as a reader sees it: a word processor splits a name over runs, a page over marks.</summary>
    public static IEnumerable<string> Texts(string name, BinaryData content)
    {
        byte[] bytes = content.ToArray();
        if (bytes.AsSpan().StartsWith("PK"u8))
            return Packed(bytes);
        if (name.EndsWith(".eml", StringComparison.Ordinal))
            return Mail(bytes);
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            return Printed(bytes);
        return bytes.AsSpan(0, Math.Min(bytes.Length, 1_024)).Contains((byte)0) ? [] : Readings(Encoding.UTF8.GetString(bytes));
    }

    public static IEnumerable<string> Readings(string text)
    {
        yield return text;
        if (JsonEscape.IsMatch(text))
            yield return JsonEscape.Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        if (!text.Contains('<', StringComparison.Ordinal) && !text.Contains('&', StringComparison.Ordinal))
            yield break;
        yield return WebUtility.HtmlDecode(Mark.Replace(text, ""));
        yield return WebUtility.HtmlDecode(Mark.Replace(text, " "));
    }

    private static List<string> Packed(byte[] bytes)
    {
        List<string> all = [];
        try
        {
            using ZipArchive parts = new(new MemoryStream(bytes));
            foreach (ZipArchiveEntry part in parts.Entries.Where(p => p.Length <= LargestPart))
            {
                using StreamReader reader = new(part.Open(), Encoding.UTF8);
                all.Add(part.FullName);
                all.AddRange(Readings(reader.ReadToEnd()));
            }
        }
        catch (InvalidDataException)
        {
        }

        return all;
    }

    private static List<string> Printed(byte[] bytes)
    {
        string[] lines = [.. DocumentReader.Read(bytes, "").Document?.Lines.Select(l => l.Text) ?? []];
        return [string.Join('\n', lines), string.Join(' ', lines)];
    }

    private static List<string> Mail(byte[] bytes)
    {
        using MimeMessage message = MimeMessage.Load(new MemoryStream(bytes));
        return
        [
            .. message.Headers.Select(h => h.Value),
            .. message.From.Concat(message.To).OfType<MailboxAddress>().SelectMany(m => (string[])[m.Name ?? "", m.Address]),
            .. message.BodyParts.OfType<TextPart>().SelectMany(p => Readings(p.Text)),
        ];
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape { get; }
}
