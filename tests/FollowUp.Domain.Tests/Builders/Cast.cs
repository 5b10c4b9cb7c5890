using FollowUp.Domain.Cycles;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUp.Domain.Tests.Builders;

/// <summary>A random workshop: who attends, what there is to do, and how many groups were asked for.</summary>
public sealed record Cast(CycleContents Cycle, IReadOnlyList<string> Attending, IReadOnlyDictionary<string, int> Chosen, int? Groups)
{
    private readonly Dictionary<string, Stakeholder> _people = Cycle.Stakeholders.ToDictionary(s => s.Id);

    public IReadOnlyList<Stakeholder> Present => [.. Attending.Select(Person)];

    public Stakeholder Person(string id) => _people[id];

    public override string ToString() =>
        $"{Attending.Count} of {Cycle.Stakeholders.Count} people [{string.Join(", ", Present.GroupBy(s => s.Category).Select(g => $"{g.Key} {g.Count()}"))}], "
        + $"{Cycle.Recommendations.Count} recommendations, {Groups?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no number of"} groups";

    public static Cast Of(int[] sizes, int[] absent, int[] clusters, int? groups, int seed)
    {
        Stakeholder[] people =
        [
            .. StakeholderCategories.All.SelectMany((category, c) => Enumerable.Range(0, sizes.ElementAtOrDefault(c))
                .Select(n => A.Stakeholder($"{category.Slug()}-{n}", category, clusters: [1 + ((n + seed) % 11)]))),
        ];
        if (people.Length == 0)
            people = [A.Stakeholder("alone")];
        HashSet<int> away = [.. absent];
        string[] attending = [.. people.Where((_, n) => n == 0 || !away.Contains(n)).Select(s => s.Id)];
        return new(
            A.Cycle(
                clusters.Select((cluster, n) => A.Recommendation(1 + (n / 3), $"{(char)('a' + (n % 3))}", cluster, urgent: n % 17 == 0, reiterated: n % 7 == 0 ? "earlier" : null) with { Starred = n % 5 == seed % 5 }),
                people),
            attending,
            attending.Select((id, n) => (Id: id, Cluster: 1 + ((n * (seed + 1)) % 11))).ToDictionary(x => x.Id, x => x.Cluster),
            groups);
    }
}

public static class Casts
{
    public static Arbitrary<Cast> Arbitrary() => (
        from largest in Gen.Frequency((19, Gen.Elements(1, 3, 12, 60)), (1, Gen.Constant(620)))
        from sizes in Gen.Choose(0, largest).ArrayOf(StakeholderCategories.All.Count)
        from absent in Gen.Choose(0, 8 * largest).ArrayOf(Math.Min(largest, 100))
        from recommendations in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 300))
        from clusters in Gen.Choose(1, 11).ArrayOf(recommendations)
        from groups in Gen.OneOf(Gen.Constant<int?>(null), Gen.OneOf(Gen.Choose(-1, 30), Gen.Choose(31, 200)).Select(n => (int?)n))
        from seed in Gen.Choose(0, 1_000)
        select Cast.Of(sizes, absent, clusters, groups, seed)).ToArbitrary();
}
