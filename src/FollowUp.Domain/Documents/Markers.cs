using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

/// <summary>What a line begins with: the number of a paragraph, the letter of a sub-item or of a heading. Brackets and digits may be full-width.</summary>
internal static partial class Markers
{
    private const string ChineseNumerals = "一二三四五六七八九十";

    /// <summary>The number that a paragraph would have, and what follows it.</summary>
    public static (int Number, string After)? Number(DocumentLine line)
    {
        if (line.Label is { } label)
            return NumberLabel.Match(Plain(label)) is { Success: true } l ? (Int(l), line.Text) : null;
        return NumberAtStart.Match(line.Text) is { Success: true } m ? (Int(m), line.Text[m.Length..]) : null;
    }

    /// <summary>A letter or small Roman numeral in brackets, or before one, and what follows it.</summary>
    public static (string Letter, string After)? SubItem(DocumentLine line)
    {
        if (line.Label is { } label)
            return SubItemLabel.Match(Plain(label)) is { Success: true } l ? (l.Groups[1].Value.ToLowerInvariant(), line.Text) : null;
        return SubItemAtStart.Match(line.Text) is { Success: true } m
            ? (Plain(m.Groups[1].Value).ToLowerInvariant(), line.Text[m.Length..])
            : null;
    }

    /// <summary>The capital letter or letters before a heading, such as <c>A</c> or <c>III</c>, and the heading as printed.</summary>
    public static (string Mark, string AsPrinted)? Heading(DocumentLine line)
    {
        string printed = line.Label is { } label ? $"{label} {line.Text}" : line.Text;
        return HeadingAtStart.Match(printed) is { Success: true } m ? (Plain(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value), printed) : null;
    }

    /// <summary>The value of a Roman or Chinese numeral; 0 for what is none.</summary>
    public static int Roman(string mark)
    {
        if (mark.Length == 1 && ChineseNumerals.IndexOf(mark[0], StringComparison.Ordinal) is >= 0 and int chinese)
            return chinese + 1;
        int value = 0;
        for (int n = 0; n < mark.Length; n++)
        {
            int digit = Digit(mark[n]);
            if (digit == 0)
                return 0;
            value += n + 1 < mark.Length && Digit(mark[n + 1]) > digit ? -digit : digit;
        }

        return string.Equals(ToRoman(value), mark, StringComparison.OrdinalIgnoreCase) ? value : 0;
    }

    private static int Digit(char c) => char.ToUpperInvariant(c) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    private static string ToRoman(int value)
    {
        StringBuilder roman = new();
        foreach ((int worth, string sign) in (ReadOnlySpan<(int, string)>)[(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; value >= worth; value -= worth)
                roman.Append(sign);
        }

        return roman.ToString();
    }

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    // Khmer, Arabic and full-width digits are digits too.
    private static int Int(Match match) => match.Groups[1].Value.Aggregate(0, (number, c) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(c));

    [GeneratedRegex(@"^(\p{Nd}{1,3})(?:\s*[.．、)）។-]\s*|\s+)(?=[^\d\s.,;%])")]
    private static partial Regex NumberAtStart { get; }

    [GeneratedRegex(@"^\(?(\p{Nd}{1,3})[.)]?$")]
    private static partial Regex NumberLabel { get; }

    [GeneratedRegex(@"^(?:[(（]\s*(?=[a-zａ-ｚ]{1,5}\s*[)）])|(?=[a-z]\)))([a-zａ-ｚ]{1,5})\s*[)）]\s*(?=\S)")]
    private static partial Regex SubItemAtStart { get; }

    [GeneratedRegex(@"^\(?([a-z]{1,5})[.)]$", RegexOptions.IgnoreCase)]
    private static partial Regex SubItemLabel { get; }

    [GeneratedRegex(@"^(?:([A-ZＡ-Ｚ]|[IVXL]{1,6})\s*[.．、)]|([一二三四五六七八九十])\s*[、.．])\s*(?=\S)")]
    private static partial Regex HeadingAtStart { get; }
}
