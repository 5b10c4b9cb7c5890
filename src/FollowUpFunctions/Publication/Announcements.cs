using FollowUp.Pages.Mail;
using FollowUpFunctions.Rounds;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Publication;

/// <summary>A mail to all who were invited to a round, once each: that something is published.</summary>
public sealed record AnnouncementOnPage(PageRef Page, MailKind Kind);

public static class Announcements
{
    /// <summary>Tells all who were invited to a round, page by page.</summary>
    public static async Task AnnounceAsync(this TaskOrchestrationContext context, RoundRef invited, MailKind kind)
    {
        int pages = await context.CallActivityAsync<int>(nameof(RoundActivities.CountPages), invited, Retries.Storage);
        await Task.WhenAll(Enumerable.Range(0, pages).Select(n => context.CallActivityAsync(
            nameof(AnnouncementActivities.Announce), new AnnouncementOnPage(new(invited.Cycle, invited.Round, n), kind), Retries.Storage)));
    }
}
