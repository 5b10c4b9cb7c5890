using System.Globalization;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Numbers as word processors and browsers print them in lists.</summary>
internal static class NumberFormats
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string Russian = "абвгдежзиклмнопрстуфхцчшщэюя";
    private const string Arabic = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string ArabicByValue = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string Chinese = "〇一二三四五六七八九";
    private const int LongestRepeat = 20;
    private const int LargestRoman = 3_999;

    /// <param name="format">By its name in ISO/IEC 29500-1, 17.18.59; digits for those that nobody writes such documents with.</param>
    public static string Write(int number, string format) => format switch
    {
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerRoman" => Roman(number),
        "upperRoman" => Roman(number).ToUpperInvariant(),
        "russianLower" => Letters(number, Russian),
        "russianUpper" => Letters(number, Russian).ToUpperInvariant(),
        "arabicAlpha" => Letters(number, Arabic),
        "arabicAbjad" => Letters(number, ArabicByValue),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital" => ChineseCounting(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "bullet" or "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a to z, then aa, bb and so on.</summary>
    public static string Letters(int number) => Letters(number, Latin);

    public static string Roman(int number)
    {
        if (number is < 1 or > LargestRoman)
            return number.ToString(CultureInfo.InvariantCulture);
        (int Value, string Numeral)[] steps =
            [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        string roman = "";
        foreach ((int value, string numeral) in steps)
        {
            for (; number >= value; number -= value)
                roman += numeral;
        }

        return roman;
    }

    // A list may say that it begins with two thousand million: no label repeats its letter as often.
    private static string Letters(int number, string alphabet) => number < 1 || number > alphabet.Length * LongestRepeat
        ? number.ToString(CultureInfo.InvariantCulture)
        : new(alphabet[(number - 1) % alphabet.Length], ((number - 1) / alphabet.Length) + 1);

    /// <summary>1 to 99.</summary>
    private static string ChineseCounting(int number) => number switch
    {
        < 1 or > 99 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => $"{Chinese[number]}",
        < 20 => $"十{(number == 10 ? "" : Chinese[number - 10])}",
        _ => $"{Chinese[number / 10]}十{(number % 10 == 0 ? "" : Chinese[number % 10])}",
    };
}
