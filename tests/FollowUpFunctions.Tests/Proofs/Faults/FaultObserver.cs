using System.Collections.Concurrent;
using LocalHost.Durable;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>Numbers the storage calls of every step of every cycle, whichever of its orchestrations takes the step.</summary>
public sealed class FaultObserver : IEngineObserver
{
    private static readonly AsyncLocal<Step?> current = new();
    private readonly ConcurrentDictionary<string, PhaseRun> runs = new();

    public void Add(PhaseRun run) => runs[run.Cycle.Id] = run;

    public Task OnTurnAsync(string instanceId, TurnMoment moment) => Task.CompletedTask;

    public void OnActivity(string instanceId, string name, int step) =>
        current.Value = instanceId.Split('-').Select(runs.GetValueOrDefault).FirstOrDefault(r => r is not null) is { } run
            ? new(run, $"{instanceId.Replace(run.Cycle.Id, "*", StringComparison.Ordinal)}/{name}#{step}")
            : null;

    public void OnMessage(string instanceId) { }

    public Task OnCallAsync(bool before) => ReachAsync("call", before);

    public Task OnTryAsync(bool before) => ReachAsync("try", before);

    private static Task ReachAsync(string kind, bool before)
    {
        current.Value?.Reach(kind, before);
        return Task.CompletedTask;
    }

    private sealed class Step(PhaseRun run, string name)
    {
        private readonly ConcurrentDictionary<(string, bool), int> counts = new();

        public void Reach(string kind, bool before) =>
            run.Reach($"{name} {kind} {counts.AddOrUpdate((kind, before), 1, (_, n) => n + 1)} {(before ? "before" : "after")}");
    }
}
