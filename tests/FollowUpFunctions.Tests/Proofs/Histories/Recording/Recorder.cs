using System.Collections.Concurrent;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Infrastructure;
using LocalHost.Durable;
using LocalHost.Hosting;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Histories.Recording;

/// <summary>Takes histories out of a running app.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<GoldenHistory> histories = new();

    /// <summary>The version of the app as it is.</summary>
    public static string Version { get; } =
        new HostOptions().WithHostJson(Repository.PathOf("src", "FollowUpFunctions", "host.json")).Durable.DefaultVersion!;

    /// <summary>Two pages of invitations where all are asked.</summary>
    public static TestAppOptions Options { get; } = new() { PageSize = 3, Durable = new() { DefaultVersion = Version } };

    public IReadOnlyCollection<GoldenHistory> Histories => histories;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Keeps what an instance that has ended did, as this path of its orchestrator.</summary>
    public async Task KeepAsync(TestApp app, string path, string instance)
    {
        IReadOnlyList<HistoryEvent> events = await app.Host.Engine.GetHistoryAsync(instance, Cancellation);
        Assert.True(events[^1] is ExecutionCompleted, $"{instance} has not come to its end: {events[^1]}");
        histories.Enqueue(GoldenHistory.Of(path, instance, events));
    }

    public Task KeepRoundAsync(TestApp app, string path, string cycle, string round) => KeepAsync(app, path, new RoundRef(cycle, round).InstanceId);

    public Task KeepPhaseAsync(TestApp app, string path, string cycle, Phase phase) =>
        KeepAsync(app, path, $"{CycleOrchestrator.InstanceId(cycle)}-{phase}");

    public async Task KeepCycleAsync(TestApp app, string path, string cycle, params Phase[] phases)
    {
        await KeepAsync(app, path, CycleOrchestrator.InstanceId(cycle));
        foreach (Phase phase in phases)
            await KeepPhaseAsync(app, path, cycle, phase);
    }

    public Task KeepLettersAsync(TestApp app, string path, string cycle) => KeepAsync(app, path, $"{CycleOrchestrator.InstanceId(cycle)}-letters");

    /// <summary>The newest notice of a meeting.</summary>
    public async Task KeepNoticeAsync(TestApp app, string path, string cycle)
    {
        List<string> notices = [];
        await foreach (OrchestrationMetadata instance in app.Host.Durable.GetAllInstancesAsync(new() { InstanceIdPrefix = $"meeting-{cycle}-" }))
            notices.Add(instance.InstanceId);
        await KeepAsync(app, path, notices.Order(StringComparer.Ordinal).Last());
    }
}
