using FollowUp.Pages.Mail;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Sends a batch of mails once each. What was handed over and never confirmed, because the process died between, is sent once more unless the
/// provider knows that it has it, and the journal says so: never silently missing, at most one duplicate for each crash, none unrecorded.
/// Of a cancelled cycle nothing is sent any more, but that a meeting is off.
/// </summary>
public sealed class Outbox(
    OutboxTable table,
    CyclesTable cycles,
    InvitationsTable invitations,
    IMailProvider provider,
    MailComposer composer,
    JournalTable journal,
    TimeProvider clock)
{
    public async Task SendAsync(MailBatch batch, IReadOnlyList<Invitation> to, CancellationToken cancellation)
    {
        if (to.Count == 0 || (batch.Kind != MailKind.MeetingCancelled && await IsCancelledAsync(batch, cancellation)))
            return;
        Dictionary<string, OutboxMail> known = await table.ReadAsync(batch, cancellation);
        List<Invitation> unsent = [.. to.Where(i => !known.ContainsKey(i.Ref.Id))];
        List<Invitation> accepted = [.. to.Where(i => known.TryGetValue(i.Ref.Id, out OutboxMail? m) && m.Accepted is not null)];
        List<Invitation> confirmed = [];
        foreach (Invitation unsure in to.Where(i => known.TryGetValue(i.Ref.Id, out OutboxMail? m) && !m.IsSettled))
        {
            bool? taken = await provider.WasAcceptedAsync(MailComposer.Key(batch, unsure), cancellation);
            (taken == true ? confirmed : unsent).Add(unsure);
            if (taken is null)
                await journal.WriteAsync(batch.Page.Cycle, new(JournalEvents.MailSentAgain, clock.GetUtcNow(), OutboxTable.Key(batch, unsure.Ref.Id)), cancellation);
        }

        await table.MarkAsync(batch, unsent.Where(i => !known.ContainsKey(i.Ref.Id)), nameof(OutboxMail.Sending), clock.GetUtcNow(), cancellation);
        List<MailOutcome> outcomes = [];
        foreach (Invitation[] some in unsent.Chunk(provider.AtOnce))
        {
            IReadOnlyList<OutgoingMail> mails = await composer.ComposeAsync(batch, some, cancellation);
            outcomes.AddRange(await provider.SendAsync(mails, cancellation));
        }

        ILookup<MailOutcome, Invitation> sent = unsent.Zip(outcomes).ToLookup(x => x.Second, x => x.First);
        confirmed.AddRange(sent[MailOutcome.Accepted]);
        await SettleAsync(batch, [.. accepted, .. confirmed], confirmed, [.. sent[MailOutcome.Bounced]], cancellation);
    }

    private async Task<bool> IsCancelledAsync(MailBatch batch, CancellationToken cancellation) =>
        await cycles.FindAsync(batch.Page.Cycle, cancellation) is { Settings.Cancelled: not null };

    private async Task SettleAsync(
        MailBatch batch, List<Invitation> accepted, List<Invitation> confirmed, List<Invitation> bounced, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await table.MarkAsync(batch, confirmed, nameof(OutboxMail.Accepted), now, cancellation);
        if (batch.Kind == MailKind.Invitation)
            await invitations.SetAllAsync(accepted.Where(i => i.Sent is null), cancellation, (nameof(Invitation.Sent), now));

        foreach (Invitation invitation in bounced)
            await journal.WriteAsync(batch.Page.Cycle, new(JournalEvents.MailBounced, now, OutboxTable.Key(batch, invitation.Ref.Id)), cancellation);
        await invitations.SetAllAsync(bounced, cancellation, (nameof(Invitation.Bounced), now));
        await table.MarkAsync(batch, bounced, nameof(OutboxMail.Bounced), now, cancellation);
    }
}
