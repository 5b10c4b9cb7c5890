using Azure.Data.Tables;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>A mail as the outbox knows it; times, not a state, so that late notices change nothing.</summary>
public sealed record OutboxMail(string Key, DateTimeOffset Sending, DateTimeOffset? Accepted, DateTimeOffset? Bounced)
{
    public bool IsSettled => Accepted is not null || Bounced is not null;
}

/// <summary>
/// Table <c>Mail</c>: partition <c>cycle~page</c>; row <c>{round}~{kind}~{ordinal}~{invitation}</c>. Neither an address nor a link is in it.
/// </summary>
public sealed class OutboxTable(AppStorage storage)
{
    private TableClient Table => storage.Mail;

    /// <summary>The key of a mail in its partition: one mail for each round, kind, ordinal and invitation.</summary>
    public static string Key(MailBatch batch, string invitation) => $"{Prefix(batch)}{invitation}";

    /// <summary>What is on record of a batch, by invitation.</summary>
    public async Task<Dictionary<string, OutboxMail>> ReadAsync(MailBatch batch, CancellationToken cancellation)
    {
        string prefix = Prefix(batch);
        List<TableEntity> rows = await Table.ListAsync(TableRows.KeysFrom(Partition(batch.Page), prefix), cancellation);
        return rows.ToDictionary(
            r => r.RowKey[prefix.Length..],
            r => new OutboxMail(
                r.RowKey,
                r.GetDateTimeOffset(nameof(OutboxMail.Sending))!.Value,
                r.GetDateTimeOffset(nameof(OutboxMail.Accepted)),
                r.GetDateTimeOffset(nameof(OutboxMail.Bounced))));
    }

    public Task MarkAsync(MailBatch batch, IEnumerable<Invitation> invitations, string column, DateTimeOffset at, CancellationToken cancellation) =>
        Table.WriteAllAsync(
            TableTransactionActionType.UpsertMerge,
            invitations.Select(i => new TableEntity(Partition(batch.Page), Key(batch, i.Ref.Id)) { [column] = at }),
            cancellation);

    private static string Partition(PageRef page) => $"{page.Cycle}~{page.Page:0000}";

    private static string Prefix(MailBatch batch) => $"{batch.Page.Round}~{batch.KindSlug}~{batch.Ordinal:000}~";
}
