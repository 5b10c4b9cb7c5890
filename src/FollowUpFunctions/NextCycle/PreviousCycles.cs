using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.NextCycle;

/// <summary>A cycle that another follows, as it is now.</summary>
/// <param name="OptedOut">Who asked for no more mail, by their id, and when.</param>
/// <param name="Stopped">Addresses that take no mail, by fingerprint.</param>
public sealed record PreviousCycle(
    CycleContents Contents, bool Runs, IReadOnlyDictionary<string, DateTimeOffset> OptedOut, IReadOnlyDictionary<string, Stopped> Stopped);

public sealed class PreviousCycles(CyclesTable cycles, StoppedAddresses stopped)
{
    /// <returns>Null where there is no such cycle.</returns>
    public async Task<PreviousCycle?> FindAsync(string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is { } state
            ? new(
                await cycles.ContentsAsync(cycle, cancellation),
                state is { EndedAt: null, Settings.Cancelled: null },
                await cycles.OptedOutSinceAsync(cycle, cancellation),
                await stopped.ListAsync(cycle, cancellation))
            : null;
}
