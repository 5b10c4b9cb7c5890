using Azure.Data.Tables;
using LocalHost.Durable.History;

namespace LocalHost.Durable.Storage;

/// <summary>
/// A message from one instance to another: written with the sender's turn, deleted with the receiver's, so that it arrives once, whatever dies.
/// </summary>
/// <param name="ExecutionId">The one execution of the receiver that it is meant for, or null for whichever runs.</param>
internal sealed record OutgoingMessage(string InstanceId, string? ExecutionId, HistoryEvent Event);

/// <summary>Where a message from another instance is stored until it has been received.</summary>
internal sealed record MessageSlot(string Key, int Parts)
{
    public IEnumerable<TableTransactionAction> Deletes => Enumerable.Range(0, Parts).Select(part =>
        new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(HubKeys.Partition, RowText.PartKey(Key, part)), Azure.ETag.All));

    public static (MessageSlot Slot, List<TableEntity> Rows) Write(string key, OutgoingMessage message)
    {
        List<TableEntity> rows = RowText.Split(HubKeys.Partition, key, HistoryJson.Write(message));
        return (new(key, rows.Count), rows);
    }
}
