using System.Globalization;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>What counts in a label: letters of an alphabet, Roman or Chinese numerals, digits of any script.</summary>
internal enum Counting
{
    Letter,
    Roman,
    Digit,
    Chinese,
    OtherLetter,
}

/// <summary>The numbers that a label's characters may stand for: <c>i</c> is the ninth letter and the first Roman numeral.</summary>
internal static class Ordinals
{
    private const string Chinese = "一二三四五六七八九十";
    private const string Formal = "壹貳參肆伍陸柒捌玖拾";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    // The order in which translations letter their sub-items: Arabic by abjad, Khmer and Russian by the alphabet.
    private static readonly string[] _alphabets = ["أبجدهوزحطيكلمنسعفصقرشت", "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ", "абвгдежзиклмнопрстуфхцчшщ"];

    public static IReadOnlyList<(Counting Kind, int Value)> Of(string label)
    {
        string text = label.ToLowerInvariant();
        List<(Counting, int)> found = [];
        if (Number(text) is { } number)
            found.Add((Counting.Digit, number));
        if (text.Length is 1 or 2 && text.All(c => c is >= 'a' and <= 'z') && text.Distinct().Count() == 1)
            found.Add((Counting.Letter, ((text.Length - 1) * 26) + text[0] - 'a' + 1));
        if (Roman(text) is { } roman)
            found.Add((Counting.Roman, roman));
        if (ChineseNumber(text) is { } chinese)
            found.Add((Counting.Chinese, chinese));
        if (text.Length == 1 && Stems.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and int stem)
            found.Add((Counting.OtherLetter, stem + 1));
        if (text.Length == 1 && _alphabets.Select(a => a.IndexOf(text[0], StringComparison.Ordinal)).FirstOrDefault(i => i >= 0, -1) is >= 0 and int other)
            found.Add((Counting.OtherLetter, other + 1));
        return found;
    }

    /// <summary>Up to four digits of any script.</summary>
    public static int? Number(string text)
    {
        if (text.Length is 0 or > 4)
            return null;
        int number = 0;
        foreach (char c in text)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0)
                return null;
            number = (number * 10) + digit;
        }

        return number;
    }

    public static string LatinLetter(int value) =>
        value <= 26 ? $"{(char)('a' + value - 1)}" : value <= 52 ? new((char)('a' + value - 27), 2) : value.ToString(CultureInfo.InvariantCulture);

    public static string RomanNumeral(int value)
    {
        (int Value, string Numeral)[] steps = [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        string numeral = "";
        foreach ((int step, string letters) in steps)
        {
            for (; value >= step; value -= step)
                numeral += letters;
        }

        return numeral;
    }

    private static int? Roman(string text)
    {
        if (text.Length is 0 or > 6 || text.Any(c => c is not ('i' or 'v' or 'x' or 'l')))
            return null;
        for (int value = 1; value < 60; value++)
        {
            if (RomanNumeral(value) == text)
                return value;
        }

        return null;
    }

    private static int? ChineseNumber(string text)
    {
        foreach (string digits in (string[])[Chinese, Formal])
        {
            int[] values = [.. text.Select(c => digits.IndexOf(c, StringComparison.Ordinal) + 1)];
            switch (values)
            {
                case [>= 1 and int one]:
                    return one;
                case [10, >= 1 and <= 9 and int unit]:
                    return 10 + unit;
                case [>= 2 and <= 9 and int tens, 10]:
                    return tens * 10;
                case [>= 2 and <= 9 and int tens, 10, >= 1 and <= 9 and int unit]:
                    return (tens * 10) + unit;
                default:
                    break;
            }
        }

        return null;
    }
}
