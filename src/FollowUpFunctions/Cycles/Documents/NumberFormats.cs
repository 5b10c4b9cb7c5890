namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Numbers as word processors and browsers print them in lists.</summary>
internal static class NumberFormats
{
    private const string Chinese = "〇一二三四五六七八九";

    /// <summary>a to z, then aa, bb and so on.</summary>
    public static string Letters(int number) => number < 1 ? "" : new((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    public static string Roman(int number)
    {
        (int Value, string Numeral)[] steps =
            [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        string roman = "";
        foreach ((int value, string numeral) in steps)
        {
            for (; number >= value && roman.Length < 30; number -= value)
                roman += numeral;
        }

        return roman;
    }

    /// <summary>1 to 99.</summary>
    public static string ChineseCounting(int number) => number switch
    {
        < 1 or > 99 => $"{number}",
        < 10 => $"{Chinese[number]}",
        < 20 => $"十{(number == 10 ? "" : Chinese[number - 10])}",
        _ => $"{Chinese[number / 10]}十{(number % 10 == 0 ? "" : Chinese[number % 10])}",
    };
}
