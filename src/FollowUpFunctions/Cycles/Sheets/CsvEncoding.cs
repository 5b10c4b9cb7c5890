using System.Text;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>In which encoding a text file is: by its mark, else by what it can't be.</summary>
internal sealed record CsvEncoding(string Name, Encoding Encoding, int Mark, bool Assumed)
{
    private const int Sample = 4_096;

    public static CsvEncoding Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("utf-8", Encoding.UTF8, 3, false),
        [0xFF, 0xFE, ..] => new("utf-16le", Encoding.Unicode, 2, false),
        [0xFE, 0xFF, ..] => new("utf-16be", Encoding.BigEndianUnicode, 2, false),
        _ => Guess(file),
    };

    // Delimiters and line breaks are ASCII in every language: in UTF-16 one of their two bytes is zero, and no other text file has zeros.
    private static CsvEncoding Guess(ReadOnlySpan<byte> file)
    {
        (int even, int odd) = (0, 0);
        for (int n = 0; n < Math.Min(file.Length, Sample); n++)
        {
            if (file[n] == 0)
                _ = n % 2 == 0 ? even++ : odd++;
        }

        if (even != odd)
            return odd > even ? new("utf-16le", Encoding.Unicode, 0, true) : new("utf-16be", Encoding.BigEndianUnicode, 0, true);
        return IsUtf8(file)
            ? new("utf-8", Encoding.UTF8, 0, true)
            : new("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0, true);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> file) => System.Text.Unicode.Utf8.IsValid(file);
}
