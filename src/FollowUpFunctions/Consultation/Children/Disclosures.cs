using FollowUp.Pages.Children;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// Takes what a child tells the safeguarding contact: written first, then the contact is told by mail that something waits. The mail has no word of
/// it, since mail lies on many servers. What could not be mailed at once is mailed by the next watch.
/// </summary>
public sealed partial class Disclosures(
    DisclosuresTable disclosures, SafeguardingMail mail, ChildrensNumbers numbers, TimeProvider clock, ILogger<Disclosures> logger)
{
    public async Task TakeAsync(ChildVisit visit, ChildAnswers answers, string text, string language, CancellationToken cancellation)
    {
        string key = numbers.Hash(visit.Key, "disclosure", $"{answers.Ticket}\n{text}");
        await disclosures.AddAsync(key, new(visit.Group.Cycle, 0, visit.Who, language, text, clock.GetUtcNow()), cancellation);
        try
        {
            await NotifyAsync(visit.Group.Cycle, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It is written down: the child is not to be told to try again.
            Log.NotMailed(logger, visit.Group.Cycle, e);
        }
    }

    /// <summary>Mails a notice of each disclosure that has none, also of a cycle that was cancelled or has ended.</summary>
    public async Task NotifyAsync(string cycle, CancellationToken cancellation)
    {
        foreach (Disclosure told in await disclosures.ToNotifyAsync(cycle, cancellation))
        {
            if (await mail.SendAsync(cycle, SafeguardingLetterKind.Disclosure, told.Ordinal, cancellation))
                await disclosures.MarkNotifiedAsync(cycle, told.Ordinal, clock.GetUtcNow(), cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "The safeguarding contact of cycle {Cycle} could not be mailed; it is tried again within five minutes.")]
        public static partial void NotMailed(ILogger logger, string cycle, Exception exception);
    }
}
