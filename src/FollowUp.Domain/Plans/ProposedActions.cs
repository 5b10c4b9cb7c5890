using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>Proposals with nearly the same words are one action; of its details the one that most gave is shown, and the others are kept with their counts.</summary>
internal static class ProposedActions
{
    private const int MostOthers = 12;

    /// <summary>Those that most proposed come first.</summary>
    public static (IReadOnlyList<PlannedAction> Actions, int NotCompared) Merge(string recommendation, IReadOnlyList<Proposal> proposals)
    {
        (string Key, Proposal[] Proposals)[] sameWords =
        [
            .. proposals
                .Where(p => p.Action is not null)
                .GroupBy(p => SameWords.Key(p.Action!), StringComparer.Ordinal)
                .Select(g => (g.Key, g.ToArray())),
        ];
        Dictionary<string, string> homes = NearWords.Group(sameWords.ToDictionary(x => x.Key, x => x.Proposals.Length), out int notCompared);
        return (
        [
            .. sameWords
                .GroupBy(x => homes[x.Key], x => x.Proposals, StringComparer.Ordinal)
                .Select(home => ToAction(recommendation, home.Key, [.. home.SelectMany(p => p)]))
                .OrderByDescending(a => a.Sources.Count)
                .ThenBy(a => a.Text, StringComparer.Ordinal)
                .ThenBy(a => a.Id, StringComparer.Ordinal),
        ], notCompared);
    }

    private static PlannedAction ToAction(string recommendation, string key, Proposal[] together)
    {
        IReadOnlyList<Counted>[] details = [.. Proposal.Names.Select((_, n) => Count(together.Select(p => p.Details[n])))];
        return new(
            // The group's own words: a spelling of one that only joined it must not stand for the others.
            SameWords.MostUsed(together.Select(p => p.Action!).Where(text => SameWords.Key(text) == key)),
            Most(0), Most(1), Most(2), Most(3),
            [.. together.Select(p => p.Source(recommendation)).OrderBy(s => s.Answer, StringComparer.Ordinal)])
        {
            Id = ActionIds.Of(recommendation, key),
            Funding = Most(4),
            Others =
            [
                .. Proposal.Names.Zip(details).SelectMany(x => x.Second.Skip(1).Take(MostOthers).Select(d => new OtherDetail(x.First, d.Value, d.Times))),
            ],
        };

        string? Most(int detail) => details[detail].Count > 0 ? details[detail][0].Value : null;
    }

    private static IReadOnlyList<Counted> Count(IEnumerable<string?> given) =>
    [
        .. given.OfType<string>()
            .GroupBy(SameWords.Key, StringComparer.Ordinal)
            .Select(g => new Counted(SameWords.MostUsed(g), g.Count()))
            .OrderByDescending(c => c.Times)
            .ThenBy(c => c.Value, StringComparer.Ordinal),
    ];

    private sealed record Counted(string Value, int Times);
}
