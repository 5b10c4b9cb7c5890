using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Takes note that mail came back: its address gets no more mail of the cycle, whichever round it is for, and the rounds that are open don't wait for
/// the person until a coordinator has corrected the address.
/// </summary>
public sealed class Bounces(CyclesTable cycles, StoppedAddresses stopped, InvitationsTable invitations, JournalTable journal)
{
    public const string Bounce = "bounce";

    /// <param name="email">The address that it was sent to, which may not be the person's any more.</param>
    public async Task TakeAsync(MailKey mail, Invitation invitation, string email, Stopped since, CancellationToken cancellation)
    {
        string cycle = mail.Invitation.Cycle;
        await journal.WriteAsync(cycle, new(JournalEvents.MailBounced, since.Since, mail.Row), cancellation);
        // Of an earlier address nothing follows for the one that took its place.
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        if (mail.Generation != invitation.Generation || facts.ContactOf(invitation.Who) is not { } contact || !Same(contact.Email, email))
            return;
        await stopped.AddAsync(cycle, email, since, cancellation);
        await SetAsync(invitation, since.Since, cancellation);
        foreach (Round round in (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => r.IsOpen && r.Id != invitation.Ref.Round))
        {
            if (await invitations.OfPersonAsync(new(cycle, round.Id), round.Pages, invitation.Who, cancellation) is { } other)
                await SetAsync(other, since.Since, cancellation);
        }
    }

    private Task SetAsync(Invitation invitation, DateTimeOffset at, CancellationToken cancellation) => invitation.Bounced is null
        ? invitations.SetAllAsync([invitation], cancellation, Invitation.BouncedAt(at, invitation.Generation))
        : Task.CompletedTask;

    private static bool Same(string a, string b) => StoppedAddresses.Fingerprint(a) == StoppedAddresses.Fingerprint(b);
}
