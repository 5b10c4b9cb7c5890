using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Stops all mail of a cycle to one person: in rounds to come, and in all that are open.</summary>
public sealed class OptOuts(CyclesTable cycles, InvitationsTable invitations, JournalTable journal)
{
    /// <param name="by">The invitation by whose mail they did.</param>
    /// <param name="how">Null for the link in our mails.</param>
    public async Task TakeAsync(Invitation by, DateTimeOffset at, string? how, CancellationToken cancellation)
    {
        string cycle = by.Ref.Cycle;
        await cycles.OptOutAsync(cycle, by.Who, cancellation);
        await invitations.SetAsync(by.Ref, nameof(Invitation.Unsubscribed), at, cancellation);
        foreach (Round round in (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => r.IsOpen && r.Id != by.Ref.Round))
        {
            if (await invitations.OfPersonAsync(new(cycle, round.Id), round.Pages, by.Who, cancellation) is { Unsubscribed: null } other)
                await invitations.SetAsync(other.Ref, nameof(Invitation.Unsubscribed), at, cancellation);
        }

        await journal.WriteAsync(cycle, new(JournalEvents.Unsubscribed, at, by.Ref.Id, how), cancellation);
    }
}
