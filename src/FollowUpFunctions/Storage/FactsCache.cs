using System.Collections.Concurrent;

namespace FollowUpFunctions.Storage;

/// <summary>Keeps cycles' facts for a minute of real time.</summary>
internal sealed class FactsCache
{
    private const long LifeMilliseconds = 60_000;
    private readonly ConcurrentDictionary<string, (CycleFacts Facts, string? Version, long Until)> _kept = new();

    public CycleFacts? Find(string cycle) => Kept(cycle)?.Facts;

    /// <summary>The facts if they are of this version, as <see cref="CycleState.Facts"/> names it.</summary>
    public CycleFacts? Find(string cycle, string? version) => Kept(cycle) is { } kept && kept.Version == version ? kept.Facts : null;

    public void Keep(string cycle, string? version, CycleFacts facts) =>
        _kept[cycle] = (facts, version, Environment.TickCount64 + LifeMilliseconds);

    public void Forget(string cycle) => _kept.TryRemove(cycle, out _);

    private (CycleFacts Facts, string? Version, long Until)? Kept(string cycle) =>
        _kept.TryGetValue(cycle, out (CycleFacts Facts, string? Version, long Until) kept) && kept.Until > Environment.TickCount64 ? kept : null;
}
