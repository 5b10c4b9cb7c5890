using System.Collections.Concurrent;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Tests.Infrastructure;
using LocalHost.Durable;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>One round of a cycle of its own, and what was placed in it.</summary>
public sealed class RoundRun
{
    public const int People = 4;

    private readonly Placement placement;
    private readonly Func<RoundRun, Task> arrive;
    private readonly ConcurrentDictionary<TurnMoment, int> turns = new();
    private readonly ConcurrentQueue<string> points = new();
    private int arrived;

    public RoundRun(Placement placement, Func<RoundRun, Task> arrive)
    {
        this.placement = placement;
        this.arrive = arrive;
        Round = new(Cycle.Id, FollowUp.Domain.Rounds.RoundKinds.WorkshopInvitation.Id);
    }

    public SampleCycle Cycle { get; } = new() { People = People };

    public RoundRef Round { get; }

    public Placement Placement => placement;

    public IReadOnlyCollection<string> Points => points;

    public bool Arrived => Volatile.Read(ref arrived) > 0;

    public Answered? Answered { get; set; }

    public ConcurrentQueue<Decided> Decided { get; } = new();

    /// <summary>Completes when the round's orchestration has been sent a message since the last arrival.</summary>
    public TaskCompletionSource Told { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ListenAnew() => Told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task ReachTurnAsync(TurnMoment moment) =>
        ReachAsync($"turn {turns.AddOrUpdate(moment, 1, (_, n) => n + 1)} {moment}");

    public async Task ReachAsync(string point)
    {
        points.Enqueue(point);
        if (point == placement.Point && Interlocked.Exchange(ref arrived, 1) == 0)
            await arrive(this);
    }
}

/// <param name="People">The number that was given last.</param>
/// <param name="Reminded">The reminder that was decided on when the answer had been recorded.</param>
public sealed record Answered(int People, int Reminded);

/// <param name="Response">Ends with the orchestration's next turn, so it must not be waited for within one.</param>
public sealed record Decided(DateTimeOffset At, Task<HttpResponseMessage> Response);
