using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>What of a cycle is still to be forgotten.</summary>
/// <param name="Done">The kinds that were.</param>
public sealed record RetentionOnRecord(string Cycle, DateTimeOffset EndedAt, IReadOnlyList<string> Done);

/// <summary>
/// Table <c>Cycles</c>, partition <c>~retention</c>: a row for each cycle that has ended and of which something is to be forgotten, with the date at
/// which it next is, so that a day on which nothing is due costs one request.
/// </summary>
public sealed class RetentionTable(AppStorage storage)
{
    private const string Partition = "~retention";
    private const string Due = "Due";

    private TableClient Table => storage.Cycles;

    public Task WriteAsync(RetentionOnRecord waiting, DateTimeOffset due, CancellationToken cancellation) => Table.UpsertEntityAsync(
        new TableEntity(Partition, waiting.Cycle) { [Due] = due }.With(waiting), TableUpdateMode.Replace, cancellation);

    public async Task<IReadOnlyList<RetentionOnRecord>> DueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Due le {now}"), cancellation)).Select(r => r.Document<RetentionOnRecord>())];

    public Task DeleteAsync(string cycle, CancellationToken cancellation) => Table.DeleteEntityAsync(Partition, cycle, ETag.All, cancellation);
}
