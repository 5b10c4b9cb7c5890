using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>Whom a recommendation is proposed to: the organisation that was named most, each category weighing the same.</summary>
internal sealed class LeadChoice
{
    private readonly Dictionary<string, string> _contacts = new(StringComparer.OrdinalIgnoreCase);

    public LeadChoice(IEnumerable<Stakeholder> stakeholders)
    {
        foreach (Stakeholder s in stakeholders)
            _contacts.TryAdd(Organisations.Normalise(s.Organisation), s.Organisation);
    }

    public Responsibility Among(IEnumerable<Commitment> commitments, IEnumerable<Proposal> proposals)
    {
        Naming[] namings =
        [
            .. commitments.Select(c => new Naming(c.Organisation, c.Source, true)),
            .. proposals.Where(p => p.Lead is not null).Select(p => new Naming(p.Lead!, p.Source, false)),
        ];
        if (namings.Length == 0)
            return Responsibility.None;

        Dictionary<StakeholderCategory, int> voices = namings.GroupBy(n => n.Source.Category).ToDictionary(g => g.Key, g => g.Count());
        IGrouping<string, Naming> most = namings
            .GroupBy(n => n.Organisation, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => Weight(g, voices))
            .ThenByDescending(g => g.Any(n => n.Committed))
            .ThenBy(g => g.Key.ToUpperInvariant(), StringComparer.Ordinal)
            .First();

        // Who is not on the list of contacts can't be asked: a coordinator must settle it.
        AnswerSource[] sources = [.. namings.Select(n => n.Source).OrderBy(s => s.Answer, StringComparer.Ordinal)];
        return _contacts.TryGetValue(most.Key, out string? known)
            ? new(known, ResponsibilityState.Proposed, sources)
            : new(SameWords.MostUsed(most.Select(n => n.Organisation)), ResponsibilityState.Open, sources);
    }

    // Summed in the categories' order and rounded, so that thirds add up the same in every run.
    private static decimal Weight(IEnumerable<Naming> namings, Dictionary<StakeholderCategory, int> voices) =>
        Math.Round(namings.GroupBy(n => n.Source.Category).OrderBy(g => g.Key).Sum(g => (decimal)g.Count() / voices[g.Key]), 12);

    private sealed record Naming(string Organisation, AnswerSource Source, bool Committed);
}
