using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Mail;

/// <summary>Tells all who were invited to a meeting that it has changed, page by page.</summary>
public static class MeetingNoticeOrchestrator
{
    [Function(nameof(MeetingNoticeOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        MeetingNotice notice = context.GetInput<MeetingNotice>()!;
        int pages = await context.CallActivityAsync<int>(nameof(RoundActivities.CountPages), notice.Invitation, Retries.Storage);
        PageTold[] told = await Task.WhenAll(Enumerable.Range(0, pages).Select(n => context.CallActivityAsync<PageTold>(
            nameof(MeetingNoticeActivities.TellOfMeeting), new PageRef(notice.Invitation.Cycle, notice.Invitation.Round, n), Retries.Storage)));
        await context.CallActivityAsync(
            nameof(MeetingNoticeActivities.NoteMeetingTold),
            new MeetingTold(notice, told.Sum(t => t.Told), told.Sum(t => t.NotTold)),
            Retries.Storage);
    }
}
