using System.Collections.Concurrent;
using Azure;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>The second phase of a cycle of its own, in which one storage call fails.</summary>
/// <param name="strikes">The point at which it does, such as <c>round-*-consultation/InvitePage#2 call 3 after</c>; null for nowhere.</param>
public sealed class PhaseRun(string cycle, string? strikes)
{
    private readonly ConcurrentQueue<string> points = new();
    private int struck;

    public SampleCycle Cycle { get; } = new() { Id = cycle };

    public string InstanceId => $"{CycleOrchestrator.InstanceId(Cycle.Id)}-{Phase.Consultation}";

    public string? Strikes => strikes;

    public bool Struck => Volatile.Read(ref struck) > 0;

    /// <summary>In the order in which they were passed.</summary>
    public IReadOnlyCollection<string> Points => points;

    public void Reach(string point)
    {
        points.Enqueue(point);
        if (point == strikes && Interlocked.Exchange(ref struck, 1) == 0)
            throw new RequestFailedException("The connection was lost.");
    }
}
