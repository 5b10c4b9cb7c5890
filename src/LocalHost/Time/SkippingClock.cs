namespace LocalHost.Time;

/// <summary>
/// A clock that stands still while anybody has work, and then jumps to what is due next. Two years of waiting pass in as long as the work
/// itself takes.
/// </summary>
/// <remarks>
/// Recurring timers do not hold it back: on its way to a due time it stops once, at the first occurrence of any of them, and when all is quiet
/// again goes straight on unless something new is due.
/// </remarks>
public sealed class SkippingClock : HostClock, IAsyncDisposable
{
    // Only for a hold that forgot to nudge: everything else is woken by Nudge.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(25);

    private readonly Lock gate = new();
    private readonly ClockFile? file;
    private readonly ClockWaiters waiters = new();
    private readonly SemaphoreSlim nudged = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private IClockHold[] holds = [];
    private DateTimeOffset now;
    private DateTimeOffset? stoppedOnTheWayTo;
    private long changes;
    private Task running = Task.CompletedTask;

    /// <param name="start">The first now, when the file has none.</param>
    /// <param name="file">Where the virtual now survives the host; null to forget it.</param>
    public SkippingClock(DateTimeOffset start, ClockFile? file = null)
    {
        this.file = file;
        now = (file?.Read() ?? start).ToUniversalTime();
        file?.Write(now);
    }

    public override string Mode => "skipping";

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <summary>Completes when the clock was stopped, or fails when it could not keep its time.</summary>
    public Task Running => running;

    /// <summary>Lets the clock jump from now on. Until then it stands.</summary>
    public void Start() => running = Task.Run(JumpAsync);

    /// <summary>The clock stands from here on; those who wait go on waiting.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await running;
    }

    public override IDisposable Hold(IClockHold hold)
    {
        lock (gate)
            holds = [.. holds, hold];
        Nudge();
        return new Registration(this, hold);
    }

    public override void Nudge()
    {
        lock (gate)
        {
            changes++;
            // Those who stop after the clock still nudge it.
            if (!stopping.IsCancellationRequested && nudged.CurrentCount == 0)
                nudged.Release();
        }
    }

    public override async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        TaskCompletionSource waiter;
        lock (gate)
        {
            cancellation.ThrowIfCancellationRequested();
            if (due <= now)
                return;
            waiter = waiters.Add(due);
        }

        await using (cancellation.UnsafeRegister(_ => Forget(waiter, cancellation), null))
            await waiter.Task;
    }

    private void Forget(TaskCompletionSource waiter, CancellationToken cancellation)
    {
        lock (gate)
            waiters.Remove(waiter);
        waiter.TrySetCanceled(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
        nudged.Dispose();
    }

    private async Task JumpAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await NextStopAsync() is { } stop)
                Jump(stop);
            else
                await NudgedAsync();
        }
    }

    private sealed record Stop(DateTimeOffset At, DateTimeOffset Target, long SeenChanges);

    private async Task<Stop?> NextStopAsync()
    {
        (IClockHold[] asked, DateTimeOffset from, long seen) = Snapshot();
        if (Target(asked, from) is not { } target)
            return null;

        // What was just woken may be queued behind us and not have said yet that it is busy.
        for (int i = 0; i < 3; i++)
            await Task.Yield();

        if (Target(asked, from) != target)
            return null;

        DateTimeOffset at = target;
        if (stoppedOnTheWayTo != target)
        {
            foreach (IRecurringHold recurring in asked.OfType<IRecurringHold>())
            {
                if (recurring.NextOccurrence is { } next && next < at)
                    at = next;
            }
        }

        return new Stop(at, target, seen);
    }

    private (IClockHold[] Holds, DateTimeOffset Now, long Changes) Snapshot()
    {
        lock (gate)
            return (holds, now, changes);
    }

    // Null while anybody is busy, has work due that it has not picked up yet, or has nothing in sight.
    private static DateTimeOffset? Target(IClockHold[] asked, DateTimeOffset from)
    {
        DateTimeOffset? target = null;
        foreach (IClockHold hold in asked)
        {
            if (hold.IsBusy)
                return null;
            if (hold.NextDue is not { } due)
                continue;
            if (due <= from)
                return null;
            target = target is { } earliest && earliest <= due ? target : due;
        }

        return target;
    }

    private void Jump(Stop stop)
    {
        if (Snapshot().Changes != stop.SeenChanges)
            return;

        file?.Write(stop.At);
        lock (gate)
        {
            // Somebody who nudged meanwhile saw the old time and works at it: it stays the time.
            if (changes == stop.SeenChanges)
            {
                now = stop.At;
                stoppedOnTheWayTo = stop.At == stop.Target ? null : stop.Target;
                waiters.WakeUntil(now);
                return;
            }
        }

        file?.Write(GetUtcNow());
    }

    private async Task NudgedAsync()
    {
        try
        {
            await nudged.WaitAsync(LookAgain, stopping.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private sealed class Registration(SkippingClock clock, IClockHold hold) : IDisposable
    {
        public void Dispose()
        {
            lock (clock.gate)
                clock.holds = [.. clock.holds.Where(h => !ReferenceEquals(h, hold))];
            clock.Nudge();
        }
    }
}
