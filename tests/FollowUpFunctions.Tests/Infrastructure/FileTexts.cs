using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>What can be read in a file of any format: as it stands, unpacked, and without the marks that may stand in the middle of a word.</summary>
public static partial class FileTexts
{
    /// <summary>The parts of the file and their texts; of an archive, each file in it.</summary>
    public static IEnumerable<(string Part, string Text)> Of(string name, BinaryData content)
    {
        byte[] bytes = content.ToArray();
        if (!bytes.AsSpan().StartsWith("PK"u8))
            return Readings(name, Encoding.UTF8.GetString(bytes));
        using ZipArchive archive = new(new MemoryStream(bytes));
        return [.. archive.Entries.SelectMany(e => Of($"{name}!{e.FullName}", Unpacked(e)).Prepend(("name", e.FullName)))];
    }

    private static BinaryData Unpacked(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return BinaryData.FromStream(stream);
    }

    // A word processor splits a name over runs, a page over spans; and a form may write it in references or escapes.
    private static IEnumerable<(string Part, string Text)> Readings(string name, string text)
    {
        yield return (name, text);
        yield return ($"{name} as JSON", JsonEscape.Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()));
        string plain = WebUtility.HtmlDecode(Mark.Replace(text, ""));
        yield return ($"{name} without marks", plain);
        yield return ($"{name} with single spaces", Space.Replace(WebUtility.HtmlDecode(Mark.Replace(text, " ")), " "));
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape { get; }
}
