using FollowUp.Domain.Ballots;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUp.Domain.Tests.Ballots;

/// <summary>A random vote: some rank all, some only a few, some tie; candidates are 0, 1, 2…</summary>
public sealed record Election(IReadOnlyList<string> Candidates, IReadOnlyList<Ballot> Ballots)
{
    public PairwiseTable Table => PairwiseTable.Of(Candidates, Ballots);

    public SchulzeMethod Method => new(Table);

    public int People => Ballots.Sum(b => b.People);

    public IEnumerable<(int A, int B)> Pairs => Enumerable.Range(0, Candidates.Count).SelectMany(a => Enumerable.Range(0, Candidates.Count).Where(b => b != a).Select(b => (a, b)));

    public Election With(IEnumerable<Ballot> ballots) => this with { Ballots = [.. ballots] };

    /// <summary>How somebody ranks two candidates: below zero where the first stands above.</summary>
    public static int Compare(Ballot ballot, string a, string b) =>
        ballot.Places.GetValueOrDefault(a, int.MaxValue).CompareTo(ballot.Places.GetValueOrDefault(b, int.MaxValue));

    public override string ToString() => $"{Candidates.Count} candidates: {string.Join("; ", Ballots.Select(b => $"{b.People} × {string.Join(' ', b.Places.OrderBy(p => p.Value).Select(p => $"{p.Key}={p.Value}"))}"))}";
}

public static class Elections
{
    public static Arbitrary<Election> Arbitrary() => (
        from candidates in Gen.Choose(2, 6)
        from voters in Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(5, 15))
        from places in Gen.Choose(0, candidates + 1).ArrayOf(candidates).ArrayOf(voters)
        from people in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 9))).ArrayOf(voters)
        select new Election(
            [.. Enumerable.Range(0, candidates).Select(n => $"{n}")],
            [.. places.Zip(people, (p, n) => new Ballot(p.Index().Where(x => x.Item > 0).ToDictionary(x => $"{x.Index}", x => x.Item), n))])).ToArbitrary();
}
