using Azure.Data.Tables;
using LocalHost.Durable.History;
using LocalHost.Durable.Instances;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Storage;

/// <summary>
/// An instance as a table row. Documents too long for a property are left out and looked up in the history, which has them all.
/// </summary>
internal static class InstanceRow
{
    private const int LongestProperty = 30_000;
    private const string Elsewhere = "InHistory";

    public static readonly string UnfinishedOrUntidy =
        $"Status eq '{OrchestrationRuntimeStatus.Running}' or Status eq '{OrchestrationRuntimeStatus.Pending}' "
        + $"or Status eq '{OrchestrationRuntimeStatus.Suspended}' or Discarded ne ''";

    public static TableEntity Write(InstanceRecord record)
    {
        TableEntity row = new(HubKeys.Partition, HubKeys.Instance(record.InstanceId))
        {
            ["Name"] = record.Name,
            ["ExecutionId"] = record.ExecutionId,
            ["Status"] = record.Status.ToString(),
            ["CreatedAt"] = record.CreatedAt,
            ["UpdatedAt"] = record.UpdatedAt,
            ["Rows"] = record.Rows,
        };
        Put(row, "Parent", record.Parent is null ? null : HistoryJson.Write(record.Parent));
        Put(row, "Discarded", record.Discarded);
        bool all = Put(row, "Input", record.Input)
            & Put(row, "Output", record.Output)
            & Put(row, "CustomStatus", record.CustomStatus)
            & Put(row, "Failure", record.Failure is null ? null : HistoryJson.Write(record.Failure));
        if (!all)
            row[Elsewhere] = true;
        return row;
    }

    /// <summary>Whether some of the instance's documents must be completed from its history.</summary>
    public static bool IsPartial(TableEntity row) => row.GetBoolean(Elsewhere) == true;

    public static InstanceRecord Read(TableEntity row) => new(row.RowKey[2..], row.GetString("Name"), row.GetString("ExecutionId"))
    {
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status")),
        CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
        Rows = row.GetInt32("Rows") ?? 0,
        Parent = row.GetString("Parent") is { } parent ? HistoryJson.Read<ParentLink>(parent) : null,
        Discarded = row.GetString("Discarded"),
        Input = row.GetString("Input"),
        Output = row.GetString("Output"),
        CustomStatus = row.GetString("CustomStatus"),
        Failure = row.GetString("Failure") is { } failure ? HistoryJson.Read<TaskFailureDetails>(failure) : null,
    };

    public static InstanceRecord Complete(InstanceRecord record, IReadOnlyList<HistoryEvent> history) => record with
    {
        Input = history.OfType<ExecutionStarted>().FirstOrDefault()?.Input,
        Output = history.OfType<ExecutionCompleted>().LastOrDefault()?.Result ?? history.OfType<ExecutionTerminated>().LastOrDefault()?.Output,
        CustomStatus = history.OfType<CustomStatusSet>().LastOrDefault()?.Status,
        Failure = history.OfType<ExecutionFailed>().LastOrDefault()?.Failure,
    };

    private static bool Put(TableEntity row, string property, string? value)
    {
        if (value is null)
            return true;
        if (value.Length > LongestProperty)
            return false;
        row[property] = value;
        return true;
    }
}
