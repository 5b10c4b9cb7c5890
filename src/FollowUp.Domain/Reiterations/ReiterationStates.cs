namespace FollowUp.Domain.Reiterations;

/// <summary>An earlier recommendation that a new one says again, confirmed by a person.</summary>
public sealed record ConfirmedReiteration(string Recommendation, OpenItem Earlier);

/// <param name="Verdict"><c>confirmed</c>, <c>refused</c>, or null while nobody decided.</param>
public sealed record ReiterationProposal(
    string Recommendation, double Score, bool Cited, IReadOnlyList<Likeness.SharedWords> Words, string? Verdict);

/// <param name="State"><c>confirmed</c>, <c>proposed</c>, or <c>without-counterpart</c>: no recommendation was found, or all were refused.</param>
public sealed record ReiterationOf(
    string Earlier, string Citation, string Heading, string Text, string Language, IReadOnlyList<LastView> Views, string State,
    IReadOnlyList<ReiterationProposal> Proposals);

/// <summary>What became of the open items of an earlier cycle.</summary>
public static class ReiterationStates
{
    public const string Confirmed = "confirmed";
    public const string Refused = "refused";
    public const string Proposed = "proposed";
    public const string WithoutCounterpart = "without-counterpart";

    public static IReadOnlyList<ReiterationOf> Of(IReadOnlyList<OpenItem> open, IReadOnlyList<ReiterationVerdict> verdicts) =>
        [.. open.Select(item => Of(item, [.. verdicts.Where(v => v.Earlier == item.Key)]))];

    public static IReadOnlyList<ConfirmedReiteration> ConfirmedIn(IReadOnlyList<OpenItem> open, IReadOnlyList<ReiterationVerdict> verdicts) =>
    [
        .. from item in open
           from verdict in verdicts
           where verdict.Confirmed && verdict.Earlier == item.Key
           select new ConfirmedReiteration(verdict.Recommendation, item),
    ];

    private static ReiterationOf Of(OpenItem item, IReadOnlyList<ReiterationVerdict> verdicts)
    {
        Dictionary<string, string> decided = verdicts.ToDictionary(v => v.Recommendation, v => v.Confirmed ? Confirmed : Refused);
        ReiterationProposal[] proposals =
        [
            .. item.Proposals.Select(p => new ReiterationProposal(p.Recommendation, p.Score, p.Cited, p.Words, decided.GetValueOrDefault(p.Recommendation))),
            .. verdicts.Where(v => v.Confirmed && item.Proposals.All(p => p.Recommendation != v.Recommendation))
                .Select(v => new ReiterationProposal(v.Recommendation, 0, false, [], Confirmed)),
        ];
        string state = proposals.Any(p => p.Verdict == Confirmed) ? Confirmed
            : proposals.Any(p => p.Verdict is null) ? Proposed
            : WithoutCounterpart;
        return new(item.Key, item.Citation, item.Heading, item.Text, item.Language, item.Views, state, proposals);
    }
}
