using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>Starts a cycle's orchestration; the tables already say how far it had come.</summary>
public sealed class CycleStart
{
    public async Task StartAsync(DurableTaskClient durable, string cycle, CancellationToken cancellation)
    {
        if (!await IsRunningAsync(durable, cycle, cancellation))
            await durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(CycleOrchestrator), cycle, new StartOrchestrationOptions(CycleOrchestrator.InstanceId(cycle)), cancellation);
    }

    public async Task<bool> IsRunningAsync(DurableTaskClient durable, string cycle, CancellationToken cancellation) =>
        await durable.GetInstanceAsync(CycleOrchestrator.InstanceId(cycle), cancellation: cancellation) is { IsCompleted: false };
}
