using LocalHost.Time;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>Moves the skipping clock to where a story goes on, and holds it there.</summary>
public sealed class Timeline : IClockHold
{
    private HostClock? clock;
    private long target;

    public bool IsBusy => clock is null || clock.GetUtcNow().UtcTicks >= Volatile.Read(ref target);

    public DateTimeOffset? NextDue => clock is null ? null : new DateTimeOffset(Volatile.Read(ref target), TimeSpan.Zero);

    public DateTimeOffset Now => clock!.GetUtcNow();

    public void Begin(HostClock hostClock)
    {
        Volatile.Write(ref target, hostClock.GetUtcNow().UtcTicks);
        clock = hostClock;
    }

    /// <summary>
    /// Goes to a moment, and returns when all that was due by then is done: the clock takes the second after it only when nobody is busy.
    /// </summary>
    public async Task GoToAsync(DateTimeOffset moment)
    {
        await ReachAsync(moment);
        await SettleAsync();
    }

    /// <summary>Returns when all that can be done now is done, a second later.</summary>
    public Task SettleAsync() => ReachAsync(Now.AddSeconds(1));

    private async Task ReachAsync(DateTimeOffset moment)
    {
        Volatile.Write(ref target, moment.UtcTicks);
        clock!.Nudge();
        await clock.WaitUntilAsync(moment, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
    }
}
