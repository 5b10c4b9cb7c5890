using System.Collections.Concurrent;
using LocalHost.Durable;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>Leads what engine and storage tell of to the round that it happens in.</summary>
public sealed class RoundObserver : IEngineObserver
{
    private static readonly AsyncLocal<Step?> current = new();
    private readonly ConcurrentDictionary<string, RoundRun> runs = new();

    public void Add(RoundRun run) => runs[run.Round.InstanceId] = run;

    public Task OnTurnAsync(string instanceId, TurnMoment moment) =>
        runs.TryGetValue(instanceId, out RoundRun? run) ? run.ReachTurnAsync(moment) : Task.CompletedTask;

    public void OnActivity(string instanceId, string name, int step) =>
        current.Value = runs.TryGetValue(instanceId, out RoundRun? run) ? new(run, $"{name}#{step}") : null;

    public void OnMessage(string instanceId)
    {
        if (runs.TryGetValue(instanceId, out RoundRun? run))
            run.Told.TrySetResult();
    }

    public Task OnCallAsync(bool before) => current.Value?.ReachAsync("call", before) ?? Task.CompletedTask;

    public Task OnTryAsync(bool before) => current.Value?.ReachAsync("try", before) ?? Task.CompletedTask;

    /// <summary>What the caller does from here on is not the activity's.</summary>
    public static void Leave() => current.Value = null;

    private sealed class Step(RoundRun run, string name)
    {
        private readonly ConcurrentDictionary<(string, bool), int> counts = new();

        public Task ReachAsync(string kind, bool before) =>
            run.ReachAsync($"{name} {kind} {counts.AddOrUpdate((kind, before), 1, (_, n) => n + 1)} {(before ? "before" : "after")}");
    }
}
