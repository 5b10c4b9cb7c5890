using LocalHost.Time;

namespace LocalHost.Tests.Time;

public sealed class RecurringHoldTests
{
    private static readonly DateTimeOffset Start = new(2031, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task On_the_way_to_what_is_due_the_clock_stops_once_at_the_first_occurrence()
    {
        await using SkippingClock clock = new(Start);
        await using EveryHour sweeper = new(clock);
        await using Sleeper sleeper = new(clock, [], Start.AddDays(30), Start.AddDays(60));
        clock.Start();

        await sleeper.Done;

        Assert.Equal(Start.AddHours(1), sweeper.Runs[0]);
        Assert.Equal(Start.AddDays(30), sweeper.Runs[1]);
        Assert.Equal(Start.AddDays(30).AddHours(1), sweeper.Runs[2]);
        Assert.InRange(sweeper.Runs.Count, 3, 4);
    }

    [Fact]
    public async Task What_the_occurrence_brought_up_is_done_before_the_clock_goes_on()
    {
        await using SkippingClock clock = new(Start);
        List<DateTimeOffset> seen = [];
        Sleeper? found = null;
        await using EveryHour sweeper = new(clock) { AtRun = now => found ??= new(clock, seen, now.AddMinutes(10)) };
        await using Sleeper sleeper = new(clock, seen, Start.AddDays(30));
        clock.Start();

        await sleeper.Done;
        await found!.DisposeAsync();

        Assert.Equal([Start.AddHours(1).AddMinutes(10), Start.AddDays(30)], seen);
    }

    [Fact]
    public async Task A_recurring_timer_alone_moves_nothing()
    {
        await using SkippingClock clock = new(Start);
        await using EveryHour sweeper = new(clock);
        clock.Start();

        for (int i = 0; i < 100; i++)
        {
            clock.Nudge();
            await Task.Yield();
        }

        Assert.Equal(Start, clock.GetUtcNow());
        Assert.Empty(sweeper.Runs);
    }

    /// <summary>A sweeper: runs once for all the hours that a jump passed.</summary>
    private sealed class EveryHour : IRecurringHold, IAsyncDisposable
    {
        private readonly SkippingClock clock;
        private readonly CancellationTokenSource stopping = new();
        private readonly Task running;
        private long next;

        public EveryHour(SkippingClock clock)
        {
            this.clock = clock;
            next = Start.AddHours(1).UtcTicks;
            clock.Hold(this);
            running = Task.Run(RunAsync);
        }

        public Action<DateTimeOffset> AtRun { get; init; } = _ => { };

        public List<DateTimeOffset> Runs { get; } = [];

        public bool IsBusy => NextOccurrence <= clock.GetUtcNow();

        public DateTimeOffset? NextDue => null;

        public DateTimeOffset? NextOccurrence => new DateTimeOffset(Volatile.Read(ref next), TimeSpan.Zero);

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            stopping.Dispose();
        }

        private async Task RunAsync()
        {
            while (true)
            {
                await clock.WaitUntilAsync(NextOccurrence!.Value, stopping.Token);
                DateTimeOffset now = clock.GetUtcNow();
                Runs.Add(now);
                AtRun(now);
                Volatile.Write(ref next, now.AddHours(1).UtcTicks);
                clock.Nudge();
            }
        }
    }
}
