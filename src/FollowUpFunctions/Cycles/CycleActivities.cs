using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles;

public sealed class CycleActivities(CyclesTable cycles, JournalTable journal, TimeProvider clock)
{
    [Function(nameof(EnterPhase))]
    public async Task EnterPhase([ActivityTrigger] PhaseOfCycle begun, CancellationToken cancellation)
    {
        CycleState state = (await cycles.FindAsync(begun.Cycle, cancellation))!;
        if (state.Phase >= begun.Phase)
            return;
        await journal.WriteAsync(begun.Cycle, new(JournalEvents.PhaseBegun, clock.GetUtcNow(), begun.Phase.ToString()), cancellation);
        await cycles.EnterAsync(begun.Cycle, begun.Phase, cancellation);
    }

    [Function(nameof(EndCycle))]
    public async Task EndCycle([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        if ((await cycles.FindAsync(cycle, cancellation))!.EndedAt is not null)
            return;
        await journal.WriteAsync(cycle, new(JournalEvents.CycleEnded, clock.GetUtcNow(), cycle), cancellation);
        await cycles.EnterAsync(cycle, null, cancellation);
    }
}
