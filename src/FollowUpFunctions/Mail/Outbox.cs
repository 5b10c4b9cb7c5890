using FollowUp.Pages.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Sends a batch of mails once each. What was handed over and never confirmed, because the process or the connection died between, waits for news of
/// it, is then handed over once more, and the journal says so: never silently missing, at most one duplicate for each crash, none unrecorded. Nobody
/// waits meanwhile: the others go on, and <see cref="MailSettling"/> comes back to it. Of a cancelled cycle nothing is sent any more, but that a
/// meeting is off. Nobody is mailed who has stopped our mails, and no address that takes none.
/// </summary>
public sealed partial class Outbox(
    OutboxTable table,
    OpenBatches batches,
    CyclesTable cycles,
    StoppedAddresses stopped,
    InvitationsTable invitations,
    IMailProvider provider,
    MailComposer composer,
    Bounces bounces,
    JournalTable journal,
    TimeProvider clock,
    ILogger<Outbox> logger)
{
    public async Task SendAsync(MailBatch batch, IReadOnlyList<Invitation> to, CancellationToken cancellation)
    {
        if (to.Count == 0)
            return;
        OpenBatch open = await batches.OpenAsync(batch, cancellation);
        Dictionary<string, OutboxMail> known = await table.ReadAsync(batch, cancellation);
        MailReach reach = await MailReach.ReadAsync(cycles, stopped, batch.Page.Cycle, cancellation);
        // What was taken before is still noted: who has an invitation is told that its meeting is off.
        bool sends = batch.Kind == MailKind.MeetingCancelled || reach.Facts.Settings.Cancelled is null;
        await NoteAcceptedAsync(batch, [.. to.Where(i => Known(i) is { IsAccepted: true })], isNew: false, cancellation);

        List<Invitation> unsent = [];
        HashSet<string> mine = [.. to.Select(MailKey.Suffix)];
        bool settled = known.All(m => m.Value.IsSettled || mine.Contains(m.Key));
        foreach (Invitation invitation in to)
        {
            MailStep step = OutboxPlan.Next(Known(invitation), provider.Patience, clock.GetUtcNow());
            settled &= step != MailStep.Leave || Known(invitation)!.IsSettled;
            if (step == MailStep.SendUnsure && await provider.WasAcceptedAsync(MailKey.Of(batch, invitation), cancellation) is { } taken)
            {
                if (taken)
                    await NoteAcceptedAsync(batch, [invitation], isNew: true, cancellation);
                step = taken ? MailStep.Leave : MailStep.Send;
            }

            if (step == MailStep.GiveUp)
                await GiveUpAsync(batch, invitation, cancellation);
            else if (step != MailStep.Leave && sends)
                unsent.Add(invitation);
            if (step == MailStep.SendUnsure && sends)
                await NoteAsync(JournalEvents.MailSentAgain, batch, invitation, cancellation);
        }

        await NoteStoppedAsync(batch, [.. unsent.Where(reach.IsStopped)], cancellation);
        foreach (Invitation[] some in unsent.Where(reach.Reaches).Chunk(provider.AtOnce))
            settled &= await HandOverAsync(batch, some, known, cancellation);
        if (settled)
            await batches.CloseAsync(open, cancellation);

        OutboxMail? Known(Invitation invitation) => known.GetValueOrDefault(MailKey.Suffix(invitation));
    }

    /// <returns>Whether the outcome of all is known, and none came back to be sent later.</returns>
    private async Task<bool> HandOverAsync(
        MailBatch batch, Invitation[] some, Dictionary<string, OutboxMail> known, CancellationToken cancellation)
    {
        List<Invitation> claimed = await table.ClaimAsync(batch, some, known, cancellation);
        IReadOnlyList<OutgoingMail> mails = await composer.ComposeAsync(batch, claimed, cancellation);
        IReadOnlyList<MailOutcome> outcomes = claimed.Count == 0 ? [] : await provider.SendAsync(mails, cancellation);
        ILookup<MailOutcome, int> by = Enumerable.Range(0, mails.Count).ToLookup(n => outcomes[n]);
        await NoteAcceptedAsync(batch, [.. by[MailOutcome.Accepted].Select(n => claimed[n])], isNew: true, cancellation);
        foreach (int n in by[MailOutcome.Bounced])
        {
            await bounces.TakeAsync(mails[n].Key, claimed[n], mails[n].To, new(clock.GetUtcNow(), Bounces.Bounce), cancellation);
            await table.MarkAsync(batch, [claimed[n]], nameof(OutboxMail.Bounced), clock.GetUtcNow(), cancellation);
        }

        foreach (IGrouping<int, Invitation> tries in by[MailOutcome.Returned].Select(n => claimed[n])
            .GroupBy(i => (known.GetValueOrDefault(MailKey.Suffix(i))?.Tries ?? 0) + 1))
        {
            await table.MarkAsync(batch, tries, nameof(OutboxMail.Returned), tries.Key, cancellation);
        }

        return claimed.Count == some.Length && !by[MailOutcome.Returned].Any() && !by[MailOutcome.Unknown].Any();
    }

    private async Task NoteAcceptedAsync(MailBatch batch, List<Invitation> accepted, bool isNew, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (isNew)
            await table.MarkAsync(batch, accepted, nameof(OutboxMail.Accepted), now, cancellation);
        if (batch.Kind == MailKind.Invitation)
            await invitations.SetAllAsync(accepted.Where(i => i.Sent is null), cancellation, (nameof(Invitation.Sent), now));
    }

    // Their round has them on its list as people whom no mail reaches, and waits for a coordinator to correct the address.
    private async Task NoteStoppedAsync(MailBatch batch, List<Invitation> unreachable, CancellationToken cancellation)
    {
        if (batch.Kind != MailKind.Invitation)
            return;
        foreach (IGrouping<int, Invitation> generation in unreachable.Where(i => i.Bounced is null).GroupBy(i => i.Generation))
            await invitations.SetAllAsync(generation, cancellation, Invitation.BouncedAt(clock.GetUtcNow(), generation.Key));
    }

    private async Task GiveUpAsync(MailBatch batch, Invitation invitation, CancellationToken cancellation)
    {
        Log.GivenUp(logger, MailKey.Of(batch, invitation));
        await NoteAsync(JournalEvents.MailGivenUp, batch, invitation, cancellation);
        await table.MarkAsync(batch, [invitation], nameof(OutboxMail.GivenUp), clock.GetUtcNow(), cancellation);
    }

    private Task NoteAsync(string what, MailBatch batch, Invitation invitation, CancellationToken cancellation) =>
        journal.WriteAsync(batch.Page.Cycle, new(what, clock.GetUtcNow(), MailKey.Of(batch, invitation).Row), cancellation);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "{Mail} was tried too often and is given up; the journal of its cycle says so.")]
        public static partial void GivenUp(ILogger logger, MailKey mail);
    }
}
