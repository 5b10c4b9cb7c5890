using FollowUpFunctions.Keeping.Retention;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles;

public sealed class CycleActivities(CyclesTable cycles, RetentionDates retention, JournalTable journal, TimeProvider clock)
{
    /// <returns>Whether the cycle was cancelled: then it enters no phase.</returns>
    [Function(nameof(EnterPhase))]
    public async Task<bool> EnterPhase([ActivityTrigger] PhaseOfCycle begun, CancellationToken cancellation)
    {
        CycleState state = (await cycles.FindAsync(begun.Cycle, cancellation))!;
        if (state.Settings.Cancelled is not null)
            return true;
        if (state.Phase >= begun.Phase)
            return false;
        await journal.WriteAsync(begun.Cycle, new(JournalEvents.PhaseBegun, clock.GetUtcNow(), begun.Phase.ToString()), cancellation);
        await cycles.EnterAsync(begun.Cycle, begun.Phase, cancellation);
        return false;
    }

    [Function(nameof(EndCycle))]
    public async Task EndCycle([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleState state = (await cycles.FindAsync(cycle, cancellation))!;
        if (state.EndedAt is not null)
            return;
        string? how = state.Settings.Cancelled is null ? null : "cancelled";
        await journal.WriteAsync(cycle, new(JournalEvents.CycleEnded, clock.GetUtcNow(), cycle, how), cancellation);
        await retention.PlanAsync(state.Settings, clock.GetUtcNow(), cancellation);
        await cycles.EnterAsync(cycle, null, cancellation);
    }
}
