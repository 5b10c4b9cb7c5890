using Azure;
using Azure.Data.Tables;
using FollowUpFunctions.Keeping.People;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Table <c>Cycles</c>: partition <c>~erasures</c>, rows <c>{cycle}~{id}</c> for what is being erased, and rows <c>erasure~{id}</c> of the cycle for what
/// was.
/// </summary>
public sealed class ErasuresTable(AppStorage storage)
{
    private const string Pending = "~erasures";
    private const string Done = "erasure~";

    private TableClient Table => storage.Cycles;

    public async Task<Erasure?> FindAsync(string cycle, string id, CancellationToken cancellation) =>
        (await Table.FindAsync(Pending, $"{cycle}~{id}", cancellation))?.Document<Erasure>();

    /// <summary>Of all cycles.</summary>
    public async Task<IReadOnlyList<Erasure>> PendingAsync(CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableRows.Partition(Pending), cancellation)).Select(r => r.Document<Erasure>())];

    public async Task<bool> ArePendingAsync(string cycle, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.KeysFrom(Pending, $"{cycle}~"), cancellation, nameof(TableEntity.RowKey))).Count > 0;

    public Task WriteAsync(Erasure erasure, CancellationToken cancellation) => Table.UpsertEntityAsync(
        new TableEntity(Pending, $"{erasure.Cycle}~{erasure.Id}").With(erasure), TableUpdateMode.Replace, cancellation);

    public async Task<ErasureReport?> ReportAsync(string cycle, string id, CancellationToken cancellation) =>
        (await Table.FindAsync(cycle, Done + id, cancellation))?.Document<ErasureReport>();

    public Task WriteAsync(string cycle, ErasureReport report, CancellationToken cancellation) => Table.UpsertEntityAsync(
        new TableEntity(cycle, Done + report.Id).With(report), TableUpdateMode.Replace, cancellation);

    /// <summary>Forgets the words of an erasure that is done.</summary>
    public Task ForgetAsync(Erasure erasure, CancellationToken cancellation) =>
        Table.DeleteEntityAsync(Pending, $"{erasure.Cycle}~{erasure.Id}", ETag.All, cancellation);
}
