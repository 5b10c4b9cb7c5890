using FollowUp.Domain.Ballots;

namespace FollowUp.Domain.Tests.Ballots;

/// <summary>Ballots as the literature writes them: candidates are letters, the first preferred.</summary>
internal static class Vote
{
    /// <param name="profile">Such as <c>8 acdb, 2 badc</c>.</param>
    public static PairwiseTable Table(string profile)
    {
        Ballot[] ballots = [.. profile.Split(", ").Select(part => part.Split(' ')).Select(part => Of(part[1], int.Parse(part[0], System.Globalization.CultureInfo.InvariantCulture)))];
        return PairwiseTable.Of([.. ballots.SelectMany(b => b.Places.Keys).Distinct().Order(StringComparer.Ordinal)], ballots);
    }

    public static Ballot Of(string order, int people) => new(order.Select((c, n) => (c, n)).ToDictionary(x => $"{x.c}", x => x.n + 1), people);

    /// <summary>The order by places, tied candidates in brackets, such as <c>a(bc)d</c>.</summary>
    public static string Order(PairwiseTable table) => string.Concat(
        new SchulzeMethod(table).Places.Index()
            .GroupBy(p => p.Item, p => table.Candidates[p.Index])
            .OrderBy(g => g.Key)
            .Select(g => g.Count() == 1 ? g.First() : $"({string.Concat(g)})"));

    /// <summary>The table of a row for each candidate, the diagonal as a dot.</summary>
    public static string[] Rows(PairwiseTable table, Func<int, int, int> cell) =>
        [.. Enumerable.Range(0, table.Candidates.Count).Select(a => string.Join(' ', Enumerable.Range(0, table.Candidates.Count).Select(b => a == b ? "." : $"{cell(a, b)}")))];
}
