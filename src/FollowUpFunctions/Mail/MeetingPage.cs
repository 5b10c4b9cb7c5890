using FollowUp.Domain.Cycles;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Tells the people of one page of a meeting's invitations how the meeting is now. Each invitation's row says which of the meeting's changes its
/// mails have told of, so a step that is repeated, or that meets another, tells nobody twice and passes nobody over.
/// </summary>
public sealed class MeetingPage(CyclesTable cycles, InvitationsTable invitations, Outbox outbox)
{
    public async Task<PageTold> TellAsync(PageRef page, CancellationToken cancellation)
    {
        Meeting meeting = Meetings.Of(page.Round, (await cycles.FindAsync(page.Cycle, cancellation))!.Settings)!;
        List<Invitation> invited = [.. (await invitations.PageAsync(page, cancellation)).Where(i => i.Sent is not null && i.Bounced is null)];
        // Who has stopped our mails was promised none, and their calendar's entry does not go by itself: they are counted for the coordinators.
        List<Invitation> reached = [.. invited.Where(i => i.Unsubscribed is null)];
        List<Invitation> unaware = [.. reached.Where(i => i.MeetingTold < meeting.Sequence)];
        MailKind kind = meeting.Cancelled ? MailKind.MeetingCancelled : MailKind.MeetingMoved;
        await outbox.SendAsync(new(page, kind, meeting.Sequence), unaware, cancellation);
        await invitations.SetAllAsync(unaware, cancellation, (nameof(Invitation.MeetingTold), meeting.Sequence));
        return new(reached.Count, invited.Count - reached.Count);
    }
}
