using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Table <c>Mail</c>: partition <c>cycle~page</c>; row <c>{round}~{kind}~{ordinal}~{invitation}</c> (see <see cref="MailKey"/>). Neither an address
/// nor a link is in it.
/// </summary>
public sealed class OutboxTable(AppStorage storage, TimeProvider clock)
{
    private const int TransactionsAtOnce = 4;

    private TableClient Table => storage.Mail;

    /// <summary>What is on record of a batch, by <see cref="MailKey.Suffix"/>.</summary>
    public async Task<Dictionary<string, OutboxMail>> ReadAsync(MailBatch batch, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.KeysFrom(Partition(batch.Page), batch.Prefix), cancellation))
            .Select(OutboxMail.From)
            .ToDictionary(m => m.Key[batch.Prefix.Length..]);

    public async Task<OutboxMail?> FindAsync(MailKey key, CancellationToken cancellation) =>
        await Table.FindAsync(Partition(key.Invitation.OfPage), key.Row, cancellation) is { } row ? OutboxMail.From(row) : null;

    /// <summary>
    /// Notes that mails are about to be handed over, each by one alone: of several who try at once only one gets it.
    /// </summary>
    /// <param name="known">What the caller has read of the batch; whoever has changed a row since then has that mail.</param>
    /// <returns>Those that the caller is to hand over.</returns>
    public async Task<List<Invitation>> ClaimAsync(
        MailBatch batch, IReadOnlyCollection<Invitation> mails, IReadOnlyDictionary<string, OutboxMail> known, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string by = Guid.CreateVersion7(now).ToString("N");
        ConcurrentBag<Invitation> lost = [];
        await Parallel.ForEachAsync(
            mails.Chunk(TableRows.TransactionLimit),
            new ParallelOptions { MaxDegreeOfParallelism = TransactionsAtOnce, CancellationToken = cancellation },
            async (chunk, token) =>
            {
                foreach (Invitation invitation in await ClaimAsync(chunk, token) ? [] : await OneByOneAsync(chunk, token))
                    lost.Add(invitation);
            });
        return lost.IsEmpty ? [.. mails] : [.. mails.Except(lost)];

        async Task<bool> ClaimAsync(Invitation[] chunk, CancellationToken token)
        {
            try
            {
                await Table.SubmitTransactionAsync(chunk.Select(i => Claim(batch, i, known.GetValueOrDefault(MailKey.Suffix(i)), by, now)), token);
                return true;
            }
            catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
            {
                return false;
            }
        }

        async Task<List<Invitation>> OneByOneAsync(Invitation[] chunk, CancellationToken token)
        {
            List<Invitation> others = [];
            foreach (Invitation invitation in chunk)
            {
                if (!await ClaimAsync([invitation], token) && (await FindAsync(MailKey.Of(batch, invitation), token))?.By != by)
                    others.Add(invitation);
            }

            return others;
        }
    }

    /// <summary>All mails to an invitation.</summary>
    public async Task<IReadOnlyList<OutboxMail>> OfInvitationAsync(InvitationRef invitation, CancellationToken cancellation) =>
    [
        .. (await Table.ListAsync(TableRows.KeysFrom(Partition(invitation.OfPage), $"{invitation.Round}~"), cancellation))
            .Where(r => r.RowKey.Split('~').Contains(invitation.Id) && r.GetDateTimeOffset(nameof(OutboxMail.Sending)) is not null)
            .Select(OutboxMail.From),
    ];

    /// <summary>Sets a column of mails, whatever else has changed.</summary>
    public Task MarkAsync(MailBatch batch, IEnumerable<Invitation> invitations, string column, object value, CancellationToken cancellation) =>
        Table.WriteAllAsync(
            TableTransactionActionType.UpsertMerge,
            invitations.Select(i => new TableEntity(Partition(batch.Page), MailKey.Of(batch, i).Row) { [column] = value }),
            cancellation);

    /// <summary>Sets columns of one mail that is on record, whatever else has changed.</summary>
    public Task SetAsync(MailKey key, IEnumerable<(string Column, object Value)> columns, CancellationToken cancellation)
    {
        TableEntity row = new(Partition(key.Invitation.OfPage), key.Row);
        foreach ((string column, object value) in columns)
            row[column] = value;
        return Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
    }

    private static TableTransactionAction Claim(MailBatch batch, Invitation invitation, OutboxMail? known, string by, DateTimeOffset now)
    {
        TableEntity row = new(Partition(batch.Page), MailKey.Of(batch, invitation).Row)
        {
            [nameof(OutboxMail.Sending)] = now,
            [nameof(OutboxMail.Tries)] = (known?.Tries ?? 0) + 1,
            [nameof(OutboxMail.By)] = by,
        };
        return known is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateMerge, row, known.ETag);
    }

    private static string Partition(PageRef page) => string.Create(CultureInfo.InvariantCulture, $"{page.Cycle}~{page.Page:0000}");
}
