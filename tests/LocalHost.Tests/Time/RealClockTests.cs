using LocalHost.Time;

namespace LocalHost.Tests.Time;

public sealed class RealClockTests
{
    private readonly RealClock clock = new();

    [Fact]
    public async Task A_wait_ends_no_earlier_than_asked()
    {
        DateTimeOffset due = clock.GetUtcNow().AddMilliseconds(30);

        await clock.WaitUntilAsync(due, TestContext.Current.CancellationToken);

        Assert.True(clock.GetUtcNow() >= due);
    }

    [Fact]
    public async Task A_wait_of_a_century_can_be_given_up()
    {
        using CancellationTokenSource given = new();
        Task wait = clock.WaitUntilAsync(clock.GetUtcNow().AddYears(100), given.Token);

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
