using System.Collections.Concurrent;

namespace FollowUpFunctions.Storage;

/// <summary>Keeps cycles' unchanging facts for a minute of real time; a cycle that is not there is asked for again.</summary>
internal sealed class FactsCache
{
    private const long LifeMilliseconds = 60_000;
    private readonly ConcurrentDictionary<string, (CycleFacts Facts, long Until)> _kept = new();

    public async Task<CycleFacts?> GetAsync(string cycle, Func<Task<CycleFacts?>> read)
    {
        if (_kept.TryGetValue(cycle, out (CycleFacts Facts, long Until) kept) && kept.Until > Environment.TickCount64)
            return kept.Facts;
        CycleFacts? facts = await read();
        if (facts is not null)
            _kept[cycle] = (facts, Environment.TickCount64 + LifeMilliseconds);
        return facts;
    }
}
