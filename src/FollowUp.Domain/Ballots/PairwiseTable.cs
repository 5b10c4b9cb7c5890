namespace FollowUp.Domain.Ballots;

/// <summary>How many people put which candidate above which other: all that the ranking is made from, and what anyone can recount it with.</summary>
public sealed class PairwiseTable
{
    private readonly int[,] _above;

    private PairwiseTable(IReadOnlyList<string> candidates, int people, int[,] above)
    {
        Candidates = candidates;
        People = people;
        _above = above;
    }

    public IReadOnlyList<string> Candidates { get; }

    /// <summary>How many people voted.</summary>
    public int People { get; }

    /// <summary>How many put the first strictly above the second; candidates by their index.</summary>
    public int this[int a, int b] => _above[a, b];

    /// <param name="candidates">Each once. What a ballot says about others is left out.</param>
    public static PairwiseTable Of(IReadOnlyList<string> candidates, IEnumerable<Ballot> ballots)
    {
        int[,] above = new int[candidates.Count, candidates.Count];
        int[] places = new int[candidates.Count];
        int people = 0;
        foreach (Ballot ballot in ballots.Where(b => b.People > 0))
        {
            people += ballot.People;
            for (int n = 0; n < places.Length; n++)
                places[n] = ballot.Places.GetValueOrDefault(candidates[n], int.MaxValue);
            for (int a = 0; a < places.Length; a++)
            {
                for (int b = 0; b < places.Length; b++)
                {
                    if (places[a] < places[b])
                        above[a, b] += ballot.People;
                }
            }
        }

        return new(candidates, people, above);
    }
}
