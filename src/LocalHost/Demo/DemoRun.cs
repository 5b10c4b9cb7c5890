using System.Diagnostics;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.Display;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;
using LocalHost.Hosting;
using Microsoft.DurableTask.Client;

namespace LocalHost.Demo;

/// <summary>Follows a cycle to its end, or to where it can't go on.</summary>
internal sealed class DemoRun(RunningHost host, SampleCycle sample, CycleApi api, SimulatedPeople people)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(15);

    /// <returns>Why it did not end, or null.</returns>
    public async Task<string?> WatchAsync(Action<CycleView> show, CancellationToken cancellation)
    {
        Stopwatch still = Stopwatch.StartNew();
        DateTimeOffset seen = DateTimeOffset.MinValue;
        while (true)
        {
            if (await api.StatusAsync(cancellation) is { } report)
            {
                IReadOnlyList<JournalEntry> journal = await api.JournalAsync(cancellation);
                show(new(host.Clock.GetUtcNow(), sample.Contents.Settings.Title, sample.Contents.Settings.TimeZone, report, journal, people.Mails.Count, host.Clock.Mode == "real"));
                if (report.EndedAt is not null && await FailureAsync(cancellation) is not { IsCompleted: false })
                    return null;
            }

            if (people.Living.IsFaulted)
                return $"The simulated people can't go on: {people.Living.Exception!.InnerException!.Message}";
            if (host.ClockRunning.IsFaulted)
                return $"The clock can't go on: {host.ClockRunning.Exception!.InnerException!.Message}";
            if (await FailureAsync(cancellation) is { IsCompleted: true, RuntimeStatus: not OrchestrationRuntimeStatus.Completed } failed)
                return $"The cycle's orchestration {failed.RuntimeStatus.ToString().ToLowerInvariant()}: {failed.FailureDetails?.ErrorMessage ?? "no reason given"}";

            bool nothingComes = !host.Engine.IsBusy && !people.IsBusy && host.Engine.NextDue is null && people.NextDue is null;
            if (!nothingComes || host.Clock.GetUtcNow() != seen)
                still.Restart();
            seen = host.Clock.Mode == "real" ? seen : host.Clock.GetUtcNow();
            if (still.Elapsed > Stuck)
                return "The cycle waits for something that nobody will do.";
            await Task.Delay(Glance, cancellation);
        }
    }

    private Task<OrchestrationMetadata?> FailureAsync(CancellationToken cancellation) =>
        host.Durable.GetInstanceAsync(CycleOrchestrator.InstanceId(sample.Id), cancellation: cancellation);
}
