using System.Globalization;
using Azure;
using Azure.Data.Tables;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;

namespace FollowUpFunctions.Storage;

/// <summary>A batch of which some mails may not be settled.</summary>
public sealed record OpenBatch(MailBatch Batch, DateTimeOffset Since, ETag ETag);

/// <summary>
/// Table <c>Mail</c>, partition <c>~open</c>: the batches that are being sent or have mails whose outcome is not known, so that the sweeper finds
/// them without reading all mails.
/// </summary>
public sealed class OpenBatches(AppStorage storage, TimeProvider clock)
{
    /// <summary>After so long nobody is still at the beginning of a batch.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Partition = "~open";

    private TableClient Table => storage.Mail;

    public async Task<OpenBatch> OpenAsync(MailBatch batch, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TableEntity row = new(Partition, Row(batch))
        {
            ["Cycle"] = batch.Page.Cycle,
            ["Round"] = batch.Page.Round,
            ["Page"] = batch.Page.Page,
            ["Kind"] = batch.Kind.ToString(),
            ["Ordinal"] = batch.Ordinal,
            ["Since"] = now,
        };
        Response written = await Table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return new(batch, now, written.Headers.ETag!.Value);
    }

    public async Task<IReadOnlyList<OpenBatch>> ListAsync(CancellationToken cancellation) =>
    [
        .. (await Table.ListAsync(TableRows.Partition(Partition), cancellation)).Select(row => new OpenBatch(
            new(
                new(row.GetString("Cycle"), row.GetString("Round"), row.GetInt32("Page")!.Value),
                Enum.Parse<MailKind>(row.GetString("Kind")),
                row.GetInt32("Ordinal")!.Value),
            row.GetDateTimeOffset("Since")!.Value,
            row.ETag)),
    ];

    /// <summary>Strikes a batch off, unless somebody has opened it again.</summary>
    public async Task CloseAsync(OpenBatch open, CancellationToken cancellation)
    {
        try
        {
            await Table.DeleteEntityAsync(Partition, Row(open.Batch), open.ETag, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is TableRows.PreconditionFailed or TableRows.NotFound)
        {
        }
    }

    private static string Row(MailBatch batch) => string.Create(CultureInfo.InvariantCulture, $"{batch.Page.Cycle}~{batch.Page.Page:0000}~{batch.Prefix}");
}
