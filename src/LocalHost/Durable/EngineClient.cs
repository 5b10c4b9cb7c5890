using Azure.Data.Tables;
using LocalHost.Durable.Instances;
using LocalHost.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable;

/// <summary>Starts, signals and looks at instances. Every call that changes something returns only when the change is durable.</summary>
internal sealed class EngineClient(string taskHub, TaskHub hub) : DurableTaskClient(taskHub)
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (!hub.Orchestrators.ContainsKey(orchestratorName.Name))
            throw new ArgumentException($"This app has no orchestrator named '{orchestratorName.Name}'.", nameof(orchestratorName));
        string instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        HubKeys.CheckInstanceId(instanceId);
        ExecutionStarted start = new(
            hub.Now, orchestratorName.Name, DurableJson.Default.Serialize(input), StartAt: options?.StartAt?.ToUniversalTime(),
            Version: hub.Options.DefaultVersion);
        await SendAsync(instanceId, start, cancellation, isNewId: options?.InstanceId is null);
        return instanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, new EventRaised(hub.Now, eventName, DurableJson.Default.Serialize(eventPayload)), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspended(hub.Now, reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumed(hub.Now, reason), cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(
            instanceId,
            new ExecutionTerminated(hub.Now, DurableJson.Default.Serialize(options?.Output), options?.Recursive ?? false),
            cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        InstanceRecord? record = hub.Find(instanceId)?.Record ?? await hub.Table.FindAsync(instanceId, getInputsAndOutputs, cancellation);
        return record?.ToMetadata(getInputsAndOutputs);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(hub.Table, filter ?? new(), Name);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (hub.Find(instanceId)?.WhenEnded() is { } ended)
                await ended.WaitAsync(cancellation);
            OrchestrationMetadata metadata = await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation)
                ?? throw new InstanceNotFoundException(instanceId);
            if (metadata.IsCompleted)
                return metadata;
            hub.Stopping.ThrowIfCancellationRequested();
            if (hub.Find(instanceId) is null)
                hub.Post(instanceId, new Message(new Wake(hub.Now)));
            await Task.Yield();
        }
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        TaskCompletionSource<bool> purged = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Post(instanceId, new Message(new Purge(hub.Now, purged), Received: received));
        Task first = await Task.WhenAny(purged.Task, received.Task).WaitAsync(cancellation);
        await first;
        return new(await purged.Task ? 1 : 0);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SendAsync(string instanceId, HistoryEvent message, CancellationToken cancellation, bool isNewId = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Post(instanceId, new Message(message, Received: received) { IsForNewId = isNewId });
        hub.Options.Observer?.OnMessage(instanceId);
        await received.Task.WaitAsync(cancellation);
    }

    private sealed class InstancePages(HubTable table, OrchestrationQuery query, string taskHub) : AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            if (query.TaskHubNames is { } hubs && !hubs.Contains(taskHub, StringComparer.OrdinalIgnoreCase))
                yield break;
            var pages = table.PagesAsync(
                query.InstanceIdPrefix ?? "", Condition(), pageSizeHint ?? query.PageSize, continuationToken ?? query.ContinuationToken, query.FetchInputsAndOutputs);
            await foreach ((IReadOnlyList<InstanceRecord> records, string? continuation) in pages)
                yield return new([.. records.Select(record => record.ToMetadata(query.FetchInputsAndOutputs))], continuation);
        }

        private string? Condition()
        {
            List<string> conditions = [];
            if (query.Statuses?.ToArray() is { Length: > 0 } statuses)
                conditions.Add($"({string.Join(" or ", statuses.Select(status => $"Status eq '{status}'"))})");
            if (query.CreatedFrom is { } from)
                conditions.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
            if (query.CreatedTo is { } to)
                conditions.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
            return conditions.Count == 0 ? null : string.Join(" and ", conditions);
        }
    }
}
