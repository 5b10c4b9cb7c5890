using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LocalHost.Durable.History;
using LocalHost.Durable.Instances;

namespace LocalHost.Durable.Storage;

/// <summary>Reads a task hub's table: instances, histories, messages under way.</summary>
internal sealed class HubTable(TableClient table)
{
    public async Task<InstanceRecord?> FindAsync(string instanceId, bool complete, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.Partition, HubKeys.Instance(instanceId), cancellationToken: cancellation);
        return row.HasValue ? await ReadAsync(row.Value!, complete, cancellation) : null;
    }

    public async Task<IReadOnlyList<InstanceRecord>> UnfinishedAsync(CancellationToken cancellation)
    {
        List<InstanceRecord> records = [];
        string range = Range("i~");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>($"{range} and ({InstanceRow.UnfinishedOrUntidy})", cancellationToken: cancellation))
            records.Add(InstanceRow.Read(row));
        return records;
    }

    public async IAsyncEnumerable<(IReadOnlyList<InstanceRecord> Records, string? Continuation)> PagesAsync(
        string prefix, string? condition, int pageSize, string? continuation, bool complete,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string filter = condition is null ? Range($"i~{prefix}") : $"{Range($"i~{prefix}")} and ({condition})";
        AsyncPageable<TableEntity> rows = table.QueryAsync<TableEntity>(filter, Math.Clamp(pageSize, 1, 1000), cancellationToken: cancellation);
        await foreach (Page<TableEntity> page in rows.AsPages(continuation, Math.Clamp(pageSize, 1, 1000)).WithCancellation(cancellation))
        {
            List<InstanceRecord> records = [];
            foreach (TableEntity row in page.Values)
                records.Add(await ReadAsync(row, complete, cancellation));
            yield return (records, page.ContinuationToken);
        }
    }

    /// <summary>The history of an execution, without what a commit that never came to its end left behind.</summary>
    public async Task<List<HistoryEvent>> HistoryAsync(string executionId, int rows, CancellationToken cancellation)
    {
        List<HistoryEvent> history = [];
        if (rows == 0)
            return history;
        string prefix = HubKeys.History(executionId);
        await foreach ((string key, string text) in DocumentsAsync(prefix, HubKeys.History(executionId, rows), cancellation))
            history.AddRange(HistoryJson.Read<HistoryEvent[]>(text));
        return history;
    }

    /// <summary>Messages under way, oldest sender first; those of commits that never came to their end among them.</summary>
    public async Task<List<(string Sender, int Row, MessageSlot Slot, OutgoingMessage Message)>> MessagesAsync(CancellationToken cancellation)
    {
        List<(string, int, MessageSlot, OutgoingMessage)> messages = [];
        await foreach ((string key, string text) in DocumentsAsync("m~", HubKeys.After("m~"), cancellation))
        {
            string[] parts = key.Split('~');
            OutgoingMessage message = HistoryJson.Read<OutgoingMessage>(text);
            messages.Add((parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), new(key, RowText.Split("", "", text).Count), message));
        }

        return messages;
    }

    public async Task<List<TableTransactionAction>> DeletesOfAsync(string executionId, CancellationToken cancellation)
    {
        List<TableTransactionAction> deletes = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(Range(HubKeys.History(executionId)), select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            deletes.Add(new(TableTransactionActionType.Delete, row, ETag.All));
        return deletes;
    }

    private async Task<InstanceRecord> ReadAsync(TableEntity row, bool complete, CancellationToken cancellation)
    {
        InstanceRecord record = InstanceRow.Read(row);
        return complete && InstanceRow.IsPartial(row)
            ? InstanceRow.Complete(record, await HistoryAsync(record.ExecutionId, record.Rows, cancellation))
            : record;
    }

    private async IAsyncEnumerable<(string Key, string Text)> DocumentsAsync(
        string from, string before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> parts = [];
        int expected = 0;
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(Range(from, before), cancellationToken: cancellation))
        {
            if (row.RowKey.EndsWith("~0000", StringComparison.Ordinal))
            {
                parts.Clear();
                expected = RowText.Parts(row);
            }

            // An earlier, longer version of the same document may have left parts behind.
            if (parts.Count == expected)
                continue;
            parts.Add(row);
            if (parts.Count == expected)
                yield return (parts[0].RowKey[..^5], RowText.Join(parts));
        }
    }

    private static string Range(string prefix) => Range(prefix, HubKeys.After(prefix));

    private static string Range(string from, string before) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {HubKeys.Partition} and RowKey ge {from} and RowKey lt {before}");
}
