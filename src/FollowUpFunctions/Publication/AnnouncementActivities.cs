using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

public sealed class AnnouncementActivities(CyclesTable cycles, InvitationsTable invitations, Outbox outbox)
{
    // Only what is published first is announced; what follows is found at the same address.
    private const int First = 1;

    /// <summary>Mails those of a page who have not stopped their mail, in this round or in another.</summary>
    [Function(nameof(Announce))]
    public async Task Announce([ActivityTrigger] AnnouncementOnPage announced, CancellationToken cancellation)
    {
        IReadOnlySet<string> optedOut = await cycles.OptedOutAsync(announced.Page.Cycle, cancellation);
        List<Invitation> there = await invitations.PageAsync(announced.Page, cancellation);
        await outbox.SendAsync(
            new(announced.Page, announced.Kind, First),
            [.. there.Where(i => i.Bounced is null && i.Unsubscribed is null && !optedOut.Contains(i.Who) && Concerns(announced, i))],
            cancellation);
    }

    // Who answered is thanked, and told what became of it; who did not is told that the plan is there.
    private static bool Concerns(AnnouncementOnPage announced, Invitation invitation) => announced.Kind switch
    {
        MailKind.PlanThanks => invitation.Frozen > 0,
        MailKind.PlanPublished => invitation.Frozen is null or 0,
        _ => true,
    };
}
