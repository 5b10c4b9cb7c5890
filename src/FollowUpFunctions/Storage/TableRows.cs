using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>What every table of ours does alike: key ranges by prefix, and writes in transactions of at most 100 rows of one partition.</summary>
public static class TableRows
{
    public const int TransactionLimit = 100;

    public const int NotFound = 404;

    public const int Conflict = 409;

    public const int PreconditionFailed = 412;

    /// <summary>The filter for row keys that begin with <paramref name="prefix"/> in one partition.</summary>
    public static string KeysFrom(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + '\uffff'}");

    public static string Partition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    public static async Task<List<TableEntity>> ListAsync(this TableClient table, string filter, CancellationToken cancellation, params string[] columns)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, select: columns.Length > 0 ? columns : null, cancellationToken: cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>Writes rows of one partition, a transaction for each hundred, several transactions at a time.</summary>
    public static async Task WriteAllAsync(
        this TableClient table, TableTransactionActionType action, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(
            rows.Chunk(TransactionLimit),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation },
            async (chunk, token) => await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(action, row, action is TableTransactionActionType.Add ? default : ETag.All)), token));

    /// <summary>Adds rows that are not there yet and leaves those that are: a repeated step writes the same.</summary>
    public static async Task AddMissingAsync(
        this TableClient table, string partition, string prefix, IReadOnlyCollection<TableEntity> rows, CancellationToken cancellation)
    {
        List<TableEntity> there = await table.ListAsync(KeysFrom(partition, prefix), cancellation, nameof(TableEntity.RowKey));
        HashSet<string> keys = [.. there.Select(r => r.RowKey)];
        await table.WriteAllAsync(TableTransactionActionType.Add, rows.Where(r => !keys.Contains(r.RowKey)), cancellation);
    }
}
