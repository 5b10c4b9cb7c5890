namespace FollowUp.Domain.Ballots;

/// <summary>
/// Ranks candidates by the strongest paths between them. A link leads from a candidate to one that fewer people put above it, and is as strong as
/// the people who did the former (winning votes); a path is as strong as its weakest link. A candidate beats another where its strongest path to it
/// is stronger than the one back. Source: M. Schulze, “A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
/// single-winner election method”, Social Choice and Welfare 36 (2011), sections 2.2 and 2.3.
/// </summary>
public sealed class SchulzeMethod
{
    private readonly int[,] _strongest;

    public SchulzeMethod(PairwiseTable table)
    {
        int all = table.Candidates.Count;
        _strongest = new int[all, all];
        for (int a = 0; a < all; a++)
        {
            for (int b = 0; b < all; b++)
                _strongest[a, b] = table[a, b] > table[b, a] ? table[a, b] : 0;
        }

        for (int over = 0; over < all; over++)
        {
            for (int a = 0; a < all; a++)
            {
                for (int b = 0; a != over && b < all; b++)
                {
                    if (a != b && b != over)
                        _strongest[a, b] = Math.Max(_strongest[a, b], Math.Min(_strongest[a, over], _strongest[over, b]));
                }
            }
        }

        Places = [.. Enumerable.Range(0, all).Select(b => 1 + Enumerable.Range(0, all).Count(a => Beats(a, b)))];
    }

    /// <summary>
    /// Place by the candidate's index: one more than the candidates that beat it. Who beats another stands before it, since whoever beats the one beats
    /// the other too (section 4.1); candidates that are tied for a place share it, and the places after it stay empty: 1, 2, 2, 4.
    /// </summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Strength of the strongest path from one candidate to another, in people; 0 for none.</summary>
    public int Strongest(int from, int to) => _strongest[from, to];

    public bool Beats(int a, int b) => _strongest[a, b] > _strongest[b, a];
}
