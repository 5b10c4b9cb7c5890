using FollowUp.Domain.Likeness;

namespace FollowUp.Domain.Reiterations;

/// <summary>Somebody's newest view of where a recommendation stands.</summary>
public sealed record LastView(string Assessor, string Organisation, string Status);

/// <summary>A recommendation of the new cycle that may be an earlier one said again.</summary>
/// <param name="Cited">The document itself names the earlier one.</param>
/// <param name="Score">Likeness of the texts, 0 to 1.</param>
public sealed record ProposedReiteration(string Recommendation, double Score, bool Cited, IReadOnlyList<SharedWords> Words);

/// <summary>
/// What an earlier cycle left open, as it was when the new one began: it stands in the new cycle's own record, so that nothing is lost when the earlier one
/// is archived.
/// </summary>
/// <param name="Cycle">Id of the earlier cycle.</param>
/// <param name="Key">Of the recommendation in it.</param>
/// <param name="Views">Newest view of each organisation; none where nobody said anything.</param>
/// <param name="Proposals">The best first.</param>
public sealed record OpenItem(
    string Cycle,
    string Key,
    string Citation,
    string Heading,
    string Text,
    string Language,
    IReadOnlyList<LastView> Views,
    IReadOnlyList<ProposedReiteration> Proposals);

/// <summary>What a coordinator decided: the newest word on two recommendations.</summary>
/// <param name="Earlier">Key in the earlier cycle.</param>
public sealed record ReiterationVerdict(string Recommendation, string Earlier, bool Confirmed);
