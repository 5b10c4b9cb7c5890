using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Rounds;

/// <summary>Stakeholders who are added while a cycle runs.</summary>
public static class Newcomers
{
    /// <summary>
    /// What a round that opened at a moment is made from: whoever was added later is asked from the next round on, so that its pages of
    /// invitations never shift while they are written. The latest stand last, so that nobody's page depends on them.
    /// </summary>
    public static CycleContents AskedAt(CycleContents cycle, DateTimeOffset opened) => cycle with
    {
        Stakeholders =
        [
            .. cycle.Stakeholders.Where(s => s.Added is null || s.Added < opened).OrderBy(s => s.Added ?? DateTimeOffset.MinValue),
        ],
    };
}
