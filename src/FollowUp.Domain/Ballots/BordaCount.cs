namespace FollowUp.Domain.Ballots;

/// <summary>
/// The check beside the ranking: each person gives a candidate one point for every other that they put below it, and half a point for every other that
/// they put beside it, so that each person gives the same number of points however many they ranked (the tournament form of J.-C. de Borda's count:
/// D. Black, “Partial justification of the Borda count”, Public Choice 28 (1976)). It can be added up from the pairwise table alone.
/// </summary>
public static class BordaCount
{
    /// <summary>Points by the candidate's index; whole or half.</summary>
    public static IReadOnlyList<decimal> Of(PairwiseTable table)
    {
        int[] all = [.. Enumerable.Range(0, table.Candidates.Count)];
        return [.. all.Select(a => all.Where(b => b != a).Sum(b => table[a, b] + ((table.People - table[a, b] - table[b, a]) / 2m)))];
    }
}
