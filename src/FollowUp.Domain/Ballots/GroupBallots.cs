using System.Globalization;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Ballots;

/// <summary>The ballots of one sub-group: of those who voted alone, and those that its rapporteur counted in a show of hands.</summary>
public sealed record GroupBallots(IReadOnlyList<Ballot> Alone, IReadOnlyList<Ballot> Hands)
{
    /// <param name="ballots">Answers to the form <c>ballot</c>; those of others than the group's members are left out, and so are late ones.</param>
    /// <param name="hands">Answers to the form <c>show-of-hands</c>; only the rapporteur's counts.</param>
    public static GroupBallots Of(WorkingGroup group, IReadOnlyList<SubmittedAnswer> ballots, IReadOnlyList<SubmittedAnswer> hands) => new(
        [.. ballots.Counted().Where(a => group.Members.Contains(a.Who)).Select(a => new Ballot(Ranked.Places(a.Sheet.All(RoundForms.Order))))],
        [.. hands.Counted().Where(a => a.Who == group.Leader).SelectMany(a => Shown(a.Sheet))]);

    // Orders behind a "no" were taken back, and so were those after one that is the last.
    private static IEnumerable<Ballot> Shown(AnswerSheet sheet) =>
        RoundForms.HandOrders
            .TakeWhile((ordinal, n) => sheet.Answer(n == 0 ? RoundForms.Voted : RoundForms.Another + RoundForms.HandOrders[n - 1]) == "yes")
            .Select(ordinal => new Ballot(
                Ranked.Places(sheet.All(RoundForms.Order + ordinal)),
                int.TryParse(sheet.Answer(RoundForms.People + ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out int people) ? people : 0))
            .Where(ballot => ballot.Places.Count > 0);
}
