using System.Collections.Concurrent;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Keeps rounds for a minute of real time, for the pages of their forms: those show when a round closes. Whether an answer is late its invitation
/// says, which is never kept.
/// </summary>
internal sealed class RoundCache
{
    private const long LifeMilliseconds = 60_000;
    private readonly ConcurrentDictionary<RoundRef, (Round Round, long Until)> _kept = new();
    private long _changes;

    public async Task<Round?> FindAsync(RoundRef round, Func<Task<Round?>> read)
    {
        if (_kept.TryGetValue(round, out (Round Round, long Until) kept) && kept.Until > Environment.TickCount64)
            return kept.Round;
        long before = Volatile.Read(ref _changes);
        Round? found = await read();

        // What was read while somebody changed a round may be what it was before.
        if (found is not null && Volatile.Read(ref _changes) == before)
            _kept[round] = (found, Environment.TickCount64 + LifeMilliseconds);
        return found;
    }

    public void Forget(RoundRef round)
    {
        Interlocked.Increment(ref _changes);
        _kept.TryRemove(round, out _);
    }
}
