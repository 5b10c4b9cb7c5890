using LocalHost.Time;

namespace LocalHost.Tests.Time;

public sealed class SkippingClockTests
{
    private static readonly DateTimeOffset Start = new(2031, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_jumps_to_the_earliest_of_what_is_due()
    {
        await using SkippingClock clock = new(Start);
        List<DateTimeOffset> seen = [];
        await using Sleeper late = new(clock, seen, Start.AddDays(30));
        await using Sleeper early = new(clock, seen, Start.AddDays(7), Start.AddDays(400));

        clock.Start();
        await Task.WhenAll(late.Done, early.Done);

        Assert.Equal([Start.AddDays(7), Start.AddDays(30), Start.AddDays(400)], seen);
    }

    [Fact]
    public async Task It_stands_still_while_nothing_is_in_sight_and_goes_on_when_something_is()
    {
        await using SkippingClock clock = new(Start);
        clock.Start();
        Assert.Equal(Start, clock.GetUtcNow());

        await using Sleeper sleeper = new(clock, [], Start.AddYears(1));
        await sleeper.Done;

        Assert.Equal(Start.AddYears(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task It_waits_for_those_who_are_busy()
    {
        await using SkippingClock clock = new(Start);
        TestHold worker = new() { IsBusy = true };
        using IDisposable registration = clock.Hold(worker);
        await using Sleeper sleeper = new(clock, [], Start.AddDays(1));
        clock.Start();

        for (int i = 0; i < 100; i++)
        {
            clock.Nudge();
            await Task.Yield();
        }

        Assert.Equal(Start, clock.GetUtcNow());
        worker.IsBusy = false;
        clock.Nudge();
        await sleeper.Done;
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_hold_that_went_away_holds_no_longer()
    {
        await using SkippingClock clock = new(Start);
        IDisposable registration = clock.Hold(new TestHold { IsBusy = true });
        await using Sleeper sleeper = new(clock, [], Start.AddDays(1));
        clock.Start();

        registration.Dispose();

        await sleeper.Done;
    }

    [Fact]
    public async Task Nobody_misses_a_wake_up_among_many_who_sleep_at_once()
    {
        await using SkippingClock clock = new(Start);
        List<Sleeper> sleepers = [.. Enumerable.Range(1, 50).Select(i => new Sleeper(
            clock, [], [.. Enumerable.Range(1, 40).Select(lap => Start.AddMinutes(lap * (i % 7 + 1)).AddSeconds(i % 3))]))];

        clock.Start();
        await Task.WhenAll(sleepers.Select(s => s.Done)).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.All(sleepers, sleeper => Assert.Equal(0, sleeper.WokenLate));
    }

    [Fact]
    public async Task A_wait_can_be_given_up()
    {
        await using SkippingClock clock = new(Start);
        using CancellationTokenSource given = new();
        Task wait = clock.WaitUntilAsync(Start.AddDays(1), given.Token);

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void What_is_due_already_is_not_waited_for()
    {
        SkippingClock clock = new(Start);

        Assert.True(clock.WaitUntilAsync(Start, Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task It_goes_on_at_the_time_at_which_it_was_left()
    {
        using TemporaryFolder folder = new();
        ClockFile file = new(folder.File("clock.json"));
        await using (SkippingClock first = new(Start, file))
        {
            await using Sleeper sleeper = new(first, [], Start.AddDays(90));
            first.Start();
            await sleeper.Done;
        }

        await using SkippingClock second = new(Start, file);

        Assert.Equal(Start.AddDays(90), second.GetUtcNow());
    }

    [Fact]
    public async Task The_new_time_is_kept_before_anybody_works_at_it()
    {
        using TemporaryFolder folder = new();
        ClockFile file = new(folder.File("clock.json"));
        await using SkippingClock clock = new(Start, file);
        TestHold hold = new() { NextDue = Start.AddDays(3) };
        using IDisposable registration = clock.Hold(hold);
        Task<DateTimeOffset?> keptWhenWoken = KeptWhenWokenAsync();

        clock.Start();

        Assert.Equal(Start.AddDays(3), await keptWhenWoken);

        async Task<DateTimeOffset?> KeptWhenWokenAsync()
        {
            await clock.WaitUntilAsync(Start.AddDays(3), Cancellation);
            return file.Read();
        }
    }

    [Fact]
    public void A_clock_file_without_a_time_is_named()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("clock.json"), "{\"now\":");

        HostException error = Assert.Throws<HostException>(() => new SkippingClock(Start, new ClockFile(folder.File("clock.json"))));

        Assert.Contains(folder.File("clock.json"), error.Message, StringComparison.Ordinal);
    }
}
