using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>Looks whether a cycle goes on by itself.</summary>
public sealed class CycleWatch(CyclesTable cycles, DecisionsTable decisions, TimeProvider clock)
{
    /// <returns>Why it does not, or null.</returns>
    public async Task<string?> LookAsync(DurableTaskClient durable, string cycle, IReadOnlyList<Round> open, CancellationToken cancellation)
    {
        bool isRunning = await durable.IsCycleRunningAsync(cycle, cancellation);
        IReadOnlyList<DecisionOnRecord> left = await decisions.ToCarryOutAsync(cycle, cancellation);
        string? why = StuckCycle.Why(isRunning, open, left.Select(d => d.At), clock.GetUtcNow());
        // It may have come to its end while it was looked at.
        return why is not null && await cycles.FindAsync(cycle, cancellation) is { EndedAt: null } ? why : null;
    }
}
