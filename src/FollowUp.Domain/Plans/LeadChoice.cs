using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <param name="Doubts">Why the lead is not clear; empty where it is.</param>
internal sealed record LeadProposed(Responsibility Responsibility, IReadOnlyList<Support> Supporting, IReadOnlyList<Dispute> Doubts);

/// <summary>Whom a recommendation is proposed to: the organisation that was named most, each category weighing the same.</summary>
internal sealed class LeadChoice
{
    // The second that has so much of the first's weight makes the lead a narrow one.
    private const decimal Narrow = 0.8m;

    // Who was named with so much of all weight is asked to support; a slip of the pen is not.
    private const decimal Noticed = 0.15m;
    private const int MostNoticed = 3;
    private const int MostSupporting = 5;
    private readonly Dictionary<string, string> _contacts = new(StringComparer.OrdinalIgnoreCase);

    public LeadChoice(IEnumerable<Stakeholder> stakeholders)
    {
        foreach (Stakeholder s in stakeholders)
            _contacts.TryAdd(Organisations.Normalise(s.Organisation), s.Organisation);
    }

    /// <param name="commitments">Those that stand.</param>
    public LeadProposed Among(string recommendation, IReadOnlyList<Commitment> commitments, IReadOnlyList<Proposal> proposals)
    {
        Naming[] namings =
        [
            .. commitments.Select(c => new Naming(c.Organisation, c.Source, true)),
            .. proposals.Where(p => p.Lead is not null).Select(p => new Naming(p.Lead!, p.Source(recommendation), false)),
        ];
        if (namings.Length == 0)
            return new(Responsibility.None, [], [Dispute.NobodyToLead]);

        Dictionary<StakeholderCategory, int> voices = namings.GroupBy(n => n.Source.Category).ToDictionary(g => g.Key, g => g.Count());
        Candidate[] candidates =
        [
            .. namings
                .GroupBy(n => n.Organisation, StringComparer.OrdinalIgnoreCase)
                .Select(g => new Candidate(g.Key, SameWords.MostUsed(g.Select(n => n.Organisation)), Weight(g, voices), g.Any(n => n.Committed)))
                .OrderByDescending(c => c.Weight)
                .ThenByDescending(c => c.Committed)
                .ThenBy(c => c.Name.ToUpperInvariant(), StringComparer.Ordinal),
        ];
        Candidate most = candidates[0];

        // Who is not on the list of contacts can't be asked: a coordinator must settle it.
        AnswerSource[] sources = [.. namings.Select(n => n.Source).OrderBy(s => s.Answer, StringComparer.Ordinal)];
        Responsibility responsibility = _contacts.TryGetValue(most.Name, out string? known)
            ? new(known, ResponsibilityState.Proposed, sources)
            : new(most.Spelling, ResponsibilityState.Open, sources);
        return new(responsibility, Supporting(most, candidates, commitments), [.. Doubts(responsibility, candidates, namings, voices.Count)]);
    }

    private static IEnumerable<Dispute> Doubts(Responsibility lead, Candidate[] candidates, Naming[] namings, int kinds)
    {
        if (lead.State == ResponsibilityState.Open)
            yield return Dispute.NobodyToLead;
        bool breaksTies = candidates[0].Committed && !candidates.Skip(1).Any(c => c.Committed);
        if (candidates.Length > 1 && !breaksTies && candidates[1].Weight >= Narrow * candidates[0].Weight)
            yield return Dispute.NarrowLead;
        int behind = namings.GroupBy(n => n.Source.Category).Count(kind => FirstChoices(kind).Contains(candidates[0].Name, StringComparer.OrdinalIgnoreCase));
        if (behind * 2 < kinds)
            yield return Dispute.KindsDisagreeOnLead;
    }

    private static IEnumerable<string> FirstChoices(IEnumerable<Naming> kind)
    {
        (string Name, int Count)[] counts = [.. kind.GroupBy(n => n.Organisation, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.Count()))];
        return counts.Where(c => c.Count == counts.Max(x => x.Count)).Select(c => c.Name);
    }

    // Those who promised something or signed, then those whom others would have had lead; only who can be asked.
    private IReadOnlyList<Support> Supporting(Candidate lead, Candidate[] candidates, IReadOnlyList<Commitment> commitments)
    {
        decimal all = candidates.Sum(c => c.Weight);
        IEnumerable<string> names =
        [
            .. commitments.SelectMany(c => c.CoSigners.Where(s => s.State != SignatureState.Declined).Select(s => s.Organisation).Prepend(c.Organisation))
                .Order(StringComparer.OrdinalIgnoreCase),
            .. candidates.Skip(1).Where(c => c.Weight >= Noticed * all).Take(MostNoticed).Select(c => c.Name),
        ];
        return
        [
            .. names
                .Select(Organisations.Normalise)
                .Where(name => _contacts.ContainsKey(name) && !Organisations.Same(name, lead.Name))
                .Select(name => _contacts[name])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostSupporting)
                .Select(name => new Support(name, ResponsibilityState.Proposed)),
        ];
    }

    // Summed in the categories' order and rounded, so that thirds add up the same in every run.
    private static decimal Weight(IEnumerable<Naming> namings, Dictionary<StakeholderCategory, int> voices) =>
        Math.Round(namings.GroupBy(n => n.Source.Category).OrderBy(g => g.Key).Sum(g => (decimal)g.Count() / voices[g.Key]), 12);

    private sealed record Naming(string Organisation, AnswerSource Source, bool Committed);

    private sealed record Candidate(string Name, string Spelling, decimal Weight, bool Committed);
}
