using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Mail;

/// <summary>Finds the meetings whose change has not been told to all who were invited, and has them told.</summary>
public sealed class MeetingNotices(CyclesTable cycles, TimeProvider clock)
{
    /// <summary>Starts what is due and does not run; also done by the sweeper, so that a change is told whatever died in between.</summary>
    public async Task StartAsync(DurableTaskClient durable, string cycle, CancellationToken cancellation)
    {
        CycleSettings settings = (await cycles.FindAsync(cycle, cancellation))!.Settings;
        foreach (string meeting in Meetings.All.Where(m => IsAhead(Meetings.Find(settings, m)!)))
        {
            RoundRef invitation = new(cycle, Meetings.InvitationTo(meeting));
            int sequence = Meetings.Find(settings, meeting)!.Sequence;
            if (await cycles.Rounds.FindAsync(invitation, cancellation) is not { } round || round.MeetingTold >= sequence)
                continue;
            MeetingNotice notice = new(invitation, sequence);
            if (await durable.GetInstanceAsync(notice.InstanceId, cancellation: cancellation) is not { IsCompleted: false })
                await durable.ScheduleNewOrchestrationInstanceAsync(nameof(MeetingNoticeOrchestrator), notice, new StartOrchestrationOptions(notice.InstanceId), cancellation);
        }
    }

    /// <summary>Whether a meeting was changed and somebody could still travel in vain: to the time that it has, or to one that it had.</summary>
    public bool IsAhead(Meeting meeting) =>
        meeting.Sequence > 0 && meeting.Before.Select(b => b.Starts).Append(meeting.Starts).Max() > clock.GetUtcNow();
}

/// <summary>A change of a meeting that those who were invited are told of.</summary>
/// <param name="Invitation">The round that invites to it.</param>
public sealed record MeetingNotice(RoundRef Invitation, int Sequence)
{
    public string InstanceId => $"meeting-{Invitation.Cycle}-{Invitation.Round}-{Sequence}";
}
