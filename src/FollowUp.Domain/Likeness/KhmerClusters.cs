namespace FollowUp.Domain.Likeness;

/// <summary>
/// Khmer has no spaces between words, but its letters stand in clusters: a consonant, those under it, and its vowels and signs. A word is one cluster or
/// several, so no comparison breaks one.
/// </summary>
internal static class KhmerClusters
{
    private const char Coeng = '\u17D2';

    public static bool IsKhmer(char c) => c is (>= '\u1780' and <= '\u17D3') or '\u17DD';

    /// <summary>The clusters of a run of Khmer letters.</summary>
    public static IReadOnlyList<string> Of(string run)
    {
        List<string> clusters = [];
        int start = 0;
        for (int n = 1; n <= run.Length; n++)
        {
            if (n < run.Length && !(IsBase(run[n]) && run[n - 1] != Coeng))
                continue;
            clusters.Add(run[start..n]);
            start = n;
        }

        return run.Length == 0 ? [] : clusters;
    }

    // Consonants and independent vowels begin a cluster, but under a coeng.
    private static bool IsBase(char c) => c is >= '\u1780' and <= '\u17B3';
}
