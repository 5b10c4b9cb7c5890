using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Dissemination;

/// <summary>Reads who was invited to the workshop, who answered what, and who came.</summary>
public sealed class WorkshopAttendance(CyclesTable cycles, DecisionsTable decisions, InvitationsTable invitations, RoundAnswers answers)
{
    public async Task<Attendance> ReadAsync(CycleContents cycle, CancellationToken cancellation)
    {
        RoundRef round = new(cycle.Settings.Id, RoundKinds.WorkshopInvitation.Id);
        Round? onRecord = await cycles.Rounds.FindAsync(round, cancellation);
        List<Invitation> invited = await invitations.CountedAsync(round, onRecord?.Pages ?? 0, cancellation);
        return Attendance.Of(
            cycle,
            [.. invited.Select(i => i.Who)],
            await answers.NewestAsync(round, cancellation),
            await CameAsync(cycle.Settings.Id, cancellation));
    }

    /// <summary>The newest list of those who came, or null.</summary>
    private async Task<IReadOnlyList<string>?> CameAsync(string cycle, CancellationToken cancellation) =>
        (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Came is not null)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .LastOrDefault()?.Came;
}
