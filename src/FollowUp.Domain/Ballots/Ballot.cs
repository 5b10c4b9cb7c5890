namespace FollowUp.Domain.Ballots;

/// <summary>An order in which so many people put the same candidates.</summary>
/// <param name="Places">
/// Place by candidate, from 1; gaps mean nothing. Candidates with the same place are tied; those without one stand below all others, tied among themselves.
/// </param>
/// <param name="People">How many voted for it: one where somebody voted alone, more for a show of hands.</param>
public sealed record Ballot(IReadOnlyDictionary<string, int> Places, int People = 1);
