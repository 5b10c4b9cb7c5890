namespace FollowUp.Domain.Rounds;

/// <summary>
/// Rounds whose answers a coordinator may read one by one, and record for somebody who gave them on paper, in a meeting or by telephone. A new kind
/// of round is not among them until somebody has thought about it: what children and their adults say has rules of its own, and nobody reads the
/// ballots of others; those that were cast on paper are counted in the show of hands.
/// </summary>
public static class RecordedRounds
{
    private static readonly IReadOnlyList<RoundKind> _kinds =
    [
        RoundKinds.WorkshopInvitation, RoundKinds.Commitments, RoundKinds.CoSigning, RoundKinds.Consultation, RoundKinds.Responsibility,
        RoundKinds.MonitoringInvitation, RoundKinds.ShowOfHands, RoundKinds.MonitoringPlan, RoundKinds.Progress, RoundKinds.Due,
    ];

    /// <summary>The kind of a round of this id, or null where its answers are not to be read or recorded so.</summary>
    public static RoundKind? Find(string round) => RoundKinds.Find(round) is { } kind && _kinds.Contains(kind) ? kind : null;
}
