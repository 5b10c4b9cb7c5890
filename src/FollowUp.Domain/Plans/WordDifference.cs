using F23.StringSimilarity;

namespace FollowUp.Domain.Plans;

/// <summary>
/// Whether two texts differ only in how they are written. A long text in which one word is another (boys, girls) looks nearly the same and says
/// something else: so all words that differ must be the same word in another spelling, or words that say nothing.
/// </summary>
internal static class WordDifference
{
    // Long enough that one letter more or less is a slip or an ending and hardly another word.
    private const int LongWord = 8;
    private const int SameBeginning = 3;
    private const int LettersToASlip = 20;

    private static readonly OptimalStringAlignment _distance = new();

    private static readonly string[] _endings = ["S", "ES", "X", "ME"];

    /// <summary>True where nothing that they say differs.</summary>
    /// <param name="a">See <see cref="WordTokens.Saying"/>.</param>
    public static bool IsOnlyInWriting(string[] a, string[] b)
    {
        int slips = 0;
        foreach ((ArraySegment<string> gone, ArraySegment<string> come) in Hunks(a, b))
        {
            if (gone.Concat(come).Any(t => WordTokens.RunsTogether(t[0])))
            {
                // In a script without spaces a character is a token: one may be another.
                if (gone.Count > 1 || come.Count > 1)
                    return false;
                slips++;
            }
            else if (gone.Count != come.Count || !gone.Zip(come).All(pair => IsSameWord(pair.First, pair.Second)))
            {
                return false;
            }
        }

        return slips <= 1 + (Math.Min(a.Length, b.Length) / LettersToASlip);
    }

    private static bool IsSameWord(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (_endings.Any(e => a.Length > SameBeginning - 1 && b == a + e) || a.Replace('S', 'Z') == b.Replace('S', 'Z') || Unaccented(a) == Unaccented(b))
            return true;
        return a.Length >= LongWord
            && a.AsSpan(0, SameBeginning).SequenceEqual(b.AsSpan(0, SameBeginning))
            && !char.IsAsciiDigit(a[0])
            && _distance.Distance(a, b) <= 1;
    }

    private static string Unaccented(string word) => string.Concat(word.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));

    // What is between the tokens that both have, in their order: the longest common subsequence, found from the end so that it is walked from the start.
    private static IEnumerable<(ArraySegment<string> Gone, ArraySegment<string> Come)> Hunks(string[] a, string[] b)
    {
        ushort[,] common = new ushort[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            (int fromA, int fromB) = (i, j);
            while ((i < a.Length || j < b.Length) && !(i < a.Length && j < b.Length && a[i] == b[j]))
            {
                if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
                    i++;
                else
                    j++;
            }

            if (i > fromA || j > fromB)
                yield return (new(a, fromA, i - fromA), new(b, fromB, j - fromB));
            while (i < a.Length && j < b.Length && a[i] == b[j])
                (i, j) = (i + 1, j + 1);
        }
    }
}
