using UglyToad.PdfPig.Content;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>Arabic and Hebrew on a page: glyphs are placed from right to left, numbers and foreign words among them from left to right.</summary>
internal static class RightToLeft
{
    public static bool IsMost(IReadOnlyList<Letter> letters) => letters.Count(IsOne) > letters.Count(letter => letter.Value.Any(c => char.IsLetter(c) && !IsOne(c)));

    public static IReadOnlyList<Letter> InReadingOrder(IReadOnlyList<Letter> letters)
    {
        List<Letter> order = [];
        List<Letter> foreign = [];
        for (int n = letters.Count - 1; n >= 0; n--)
        {
            if (letters[n].Value.Any(char.IsAsciiLetterOrDigit) || (foreign.Count > 0 && letters[n].Value is "." or "," or "/" or "-" && n > 0 && letters[n - 1].Value.Any(char.IsAsciiLetterOrDigit)))
            {
                foreign.Insert(0, letters[n]);
                continue;
            }

            order.AddRange(foreign);
            foreign.Clear();
            order.Add(letters[n]);
        }

        return [.. order, .. foreign];
    }

    private static bool IsOne(Letter letter) => letter.Value.Any(IsOne);

    private static bool IsOne(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
