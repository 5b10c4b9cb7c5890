using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>Mails a new link to the address on record, for somebody whose link is dead; five times an invitation at most.</summary>
public sealed class FreshLinks(FormVisits visits, CyclesTable cycles, InvitationsTable invitations, Outbox outbox, JournalTable journal, TimeProvider clock)
{
    private const int Most = 5;

    public async Task SendAsync(FormAddress address, CancellationToken cancellation)
    {
        if (await visits.InvitationAsync(address, cancellation) is not { Unsubscribed: null, Bounced: null } invitation || invitation.FreshLinks >= Most)
            return;
        if (await cycles.FactsAsync(address.Cycle, cancellation) is not { Settings.Cancelled: null })
            return;
        int ordinal = invitation.FreshLinks + 1;
        if (!await invitations.TrySetAsync(invitation, cancellation, (nameof(Invitation.FreshLinks), ordinal)))
            return;
        await outbox.SendAsync(new(invitation.Ref.OfPage, MailKind.FreshLink, ordinal), [invitation], cancellation);
        await journal.WriteAsync(invitation.Ref.Cycle, new(JournalEvents.FreshLinkSent, clock.GetUtcNow(), invitation.Ref.Id), cancellation);
    }
}
