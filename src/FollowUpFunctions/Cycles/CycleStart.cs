using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

public static class CycleStart
{
    /// <summary>Starts a cycle's orchestration unless it runs; the tables already say how far it had come.</summary>
    public static async Task StartCycleAsync(this DurableTaskClient durable, string cycle, CancellationToken cancellation)
    {
        if (!await durable.IsCycleRunningAsync(cycle, cancellation))
            await durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(CycleOrchestrator), cycle, new StartOrchestrationOptions(CycleOrchestrator.InstanceId(cycle)), cancellation);
    }

    public static async Task<bool> IsCycleRunningAsync(this DurableTaskClient durable, string cycle, CancellationToken cancellation) =>
        await durable.GetInstanceAsync(CycleOrchestrator.InstanceId(cycle), cancellation: cancellation) is { IsCompleted: false };
}
