using FollowUp.Domain.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Mail;

/// <param name="NotTold">Those who were invited and take no more mail: a coordinator may want to call them.</param>
public sealed record PageTold(int Told, int NotTold);

public sealed record MeetingTold(MeetingNotice Notice, int Told, int NotTold);

public sealed class MeetingNoticeActivities(CyclesTable cycles, MeetingPage page, JournalTable journal)
{
    [Function(nameof(TellOfMeeting))]
    public Task<PageTold> TellOfMeeting([ActivityTrigger] PageRef invited, CancellationToken cancellation) => page.TellAsync(invited, cancellation);

    [Function(nameof(NoteMeetingTold))]
    public async Task NoteMeetingTold([ActivityTrigger] MeetingTold told, CancellationToken cancellation)
    {
        (RoundRef invitation, int sequence) = told.Notice;
        Meeting meeting = Meetings.Of(invitation.Round, (await cycles.FindAsync(invitation.Cycle, cancellation))!.Settings)!;
        string detail = told.NotTold == 0 ? $"{told.Told} told" : $"{told.Told} told, {told.NotTold} take no mail";
        await journal.WriteAsync(
            invitation.Cycle, new(JournalEvents.MeetingChangeTold, meeting.Before[sequence - 1].Until, invitation.Round, detail), cancellation);
        await cycles.Rounds.ChangeAsync(invitation, r => r with { MeetingTold = Math.Max(r.MeetingTold ?? 0, sequence) }, cancellation);
    }
}
