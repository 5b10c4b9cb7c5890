using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Mail;

/// <summary>Comes back to mails that were not taken, or of which nobody knows whether they were, until each is settled.</summary>
public sealed partial class MailSettling(
    OpenBatches batches,
    OutboxTable table,
    CyclesTable cycles,
    StoppedAddresses stopped,
    InvitationsTable invitations,
    Outbox outbox,
    TimeProvider clock,
    ILogger<MailSettling> logger)
{
    /// <returns>How many batches were open.</returns>
    public async Task<int> SettleAsync(CancellationToken cancellation)
    {
        IReadOnlyList<OpenBatch> all = await batches.ListAsync(cancellation);
        foreach (OpenBatch open in all)
        {
            try
            {
                await SettleAsync(open, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.NotSettled(logger, open.Batch.Page.Cycle, open.Batch.Prefix, e);
            }
        }

        return all.Count;
    }

    private async Task SettleAsync(OpenBatch open, CancellationToken cancellation)
    {
        MailBatch batch = open.Batch;
        Dictionary<string, OutboxMail> unsettled = (await table.ReadAsync(batch, cancellation)).Where(m => !m.Value.IsSettled).ToDictionary();
        if (unsettled.Count == 0)
        {
            // Whoever is sending it may not have noted its first mail yet: it strikes the batch off itself, or its step is done again.
            if (clock.GetUtcNow() - open.Since >= OpenBatches.Patience)
                await batches.CloseAsync(open, cancellation);
            return;
        }

        List<Invitation> there = await invitations.PageAsync(batch.Page, cancellation);
        Round round = (await cycles.Rounds.FindAsync(batch.Page.OfRound, cancellation))!;
        MailReach reach = await MailReach.ReadAsync(cycles, stopped, batch.Page.Cycle, cancellation);
        List<Invitation> to =
            [.. there.Where(i => unsettled.ContainsKey(MailKey.Suffix(i)) && reach.Reaches(i) && IsWanted(batch, i, round, reach.Facts.Settings))];
        HashSet<string> wanted = [.. to.Select(MailKey.Suffix)];
        foreach ((string suffix, OutboxMail mail) in unsettled)
        {
            if (!wanted.Contains(suffix) && MailKey.Parse($"{batch.Page.Cycle}/{mail.Key}") is { } key)
                await table.SetAsync(key, [(nameof(OutboxMail.Withdrawn), clock.GetUtcNow())], cancellation);
        }

        await outbox.SendAsync(batch, to, cancellation);
    }

    /// <summary>Whether a mail still says something to somebody: an invitation to a round that is over, or a reminder of what was answered, does not.</summary>
    private static bool IsWanted(MailBatch batch, Invitation invitation, Round round, CycleSettings settings) =>
        invitation.Bounced is null && invitation.Unsubscribed is null
        && (settings.Cancelled is null || batch.Kind == MailKind.MeetingCancelled)
        && batch.Kind switch
        {
            MailKind.Invitation or MailKind.Reminder => round.IsOpen && invitation.IsOutstanding,
            MailKind.MeetingMoved or MailKind.MeetingCancelled => Meetings.Of(round.Id, settings)?.Sequence == batch.Ordinal,
            _ => true,
        };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Warning, Message = "Mails {Batch} of cycle {Cycle} could not be settled; the next sweep tries again.")]
        public static partial void NotSettled(ILogger logger, string cycle, string batch, Exception exception);
    }
}
