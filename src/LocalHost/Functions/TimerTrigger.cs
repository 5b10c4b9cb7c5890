using LocalHost.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace LocalHost.Functions;

/// <summary>One timer function and when it runs.</summary>
internal sealed partial class TimerTrigger(
    TimerFunction function, CrontabSchedule schedule, FunctionRunner runner, HostClock clock, ILogger logger)
{
    // Ticks, so that the clock can read it while this runs.
    private long next = schedule.GetNextOccurrence(clock.GetUtcNow().UtcDateTime).Ticks;
    private bool startsNow = function.RunOnStartup;

    public DateTimeOffset Next => new(Volatile.Read(ref next), TimeSpan.Zero);

    /// <summary>Also while an occurrence has come that was not yet begun. A run moves its next occurrence only when it is over.</summary>
    public bool IsBusy => Volatile.Read(ref startsNow) || Next <= clock.GetUtcNow();

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (startsNow)
            {
                await FireAsync(stopping);
                Volatile.Write(ref startsNow, false);
                clock.Nudge();
            }

            while (true)
            {
                await clock.WaitUntilAsync(Next, stopping);
                await FireAsync(stopping);
                Volatile.Write(ref next, After(clock.GetUtcNow()).Ticks);
                clock.Nudge();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private DateTime After(DateTimeOffset now) => schedule.GetNextOccurrence(now.UtcDateTime);

    private async Task FireAsync(CancellationToken stopping)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimerInfo timer = new()
        {
            IsPastDue = After(Next) <= now.UtcDateTime,
            ScheduleStatus = new() { Last = now.UtcDateTime, Next = After(now), LastUpdated = now.UtcDateTime },
        };
        try
        {
            await runner.RunTimerAsync(function.Method, timer, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A run that failed is the function's failure: the next one is still due.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(logger, e, function.Method.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer function {Function} failed")]
    private static partial void LogFailed(ILogger logger, Exception e, string function);
}
