using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>Proposals with the same words are one action, unless they contradict each other in a detail: then each stands for itself.</summary>
internal static class ProposedActions
{
    /// <summary>Those that most proposed come first.</summary>
    public static IReadOnlyList<PlannedAction> Merge(IEnumerable<Proposal> proposals) =>
    [
        .. proposals
            .Where(p => p.Action is not null)
            .GroupBy(p => SameWords.Key(p.Action!), StringComparer.Ordinal)
            .SelectMany(Variants)
            .OrderByDescending(a => a.Sources.Count)
            .ThenBy(a => a.Text, StringComparer.Ordinal)
            .ThenBy(a => a.Sources[0].Answer, StringComparer.Ordinal),
    ];

    // The fullest first, so that those with fewer details join one that says more; ties are broken by content, never by who came first.
    private static IEnumerable<PlannedAction> Variants(IGrouping<string, Proposal> sameWords)
    {
        List<Variant> variants = [];
        foreach (IGrouping<string, Proposal> same in sameWords
            .GroupBy(DetailsKey, StringComparer.Ordinal)
            .OrderByDescending(g => g.First().Details.Count(d => d is not null))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Variant? home = variants.Find(v => v.Takes(same.First()));
            if (home is null)
                variants.Add(home = new Variant());
            home.Proposals.AddRange(same);
        }

        return variants.Select(v => v.ToAction());
    }

    private static string DetailsKey(Proposal proposal) =>
        string.Join('\u001F', proposal.Details.Select(d => d is null ? "" : SameWords.Key(d)));

    private sealed class Variant
    {
        public List<Proposal> Proposals { get; } = [];

        public bool Takes(Proposal other) =>
            Enumerable.Range(0, other.Details.Count).All(n =>
                Shown(n) is not { } mine || other.Details[n] is not { } theirs || SameWords.Key(mine) == SameWords.Key(theirs));

        public PlannedAction ToAction() => new(
            SameWords.MostUsed(Proposals.Select(p => p.Action!)),
            Shown(0), Shown(1), Shown(2), Shown(3),
            [.. Proposals.Select(p => p.Source).OrderBy(s => s.Answer, StringComparer.Ordinal)]);

        private string? Shown(int detail)
        {
            string[] given = [.. Proposals.Select(p => p.Details[detail]).OfType<string>()];
            return given.Length == 0 ? null : SameWords.MostUsed(given);
        }
    }
}
