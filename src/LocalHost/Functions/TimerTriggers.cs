using LocalHost.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalHost.Functions;

/// <summary>Runs timer functions when they are due: each one at a time, and once for all the occurrences that a jump of the clock passed.</summary>
internal sealed class TimerTriggers : IRecurringHold, IAsyncDisposable
{
    private readonly TimerTrigger[] triggers;
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public TimerTriggers(
        IReadOnlyList<TimerFunction> functions, FunctionRunner runner, HostClock clock, IConfiguration configuration, ILogger<TimerTriggers> logger) =>
        triggers = [.. functions.Select(f => new TimerTrigger(f, ScheduleOf(f, configuration), runner, clock, logger))];

    public bool IsBusy => triggers.Any(t => t.IsBusy);

    /// <summary>Null always: a recurring timer is never the reason for a jump.</summary>
    public DateTimeOffset? NextDue => null;

    public DateTimeOffset? NextOccurrence => triggers.Length == 0 ? null : triggers.Min(t => t.Next);

    public void Start() => running = Task.WhenAll(triggers.Select(t => t.RunAsync(stopping.Token)));

    /// <summary>Waits for those that run.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    // "%Name%" stands for an app setting, as in the Functions host.
    private static NCrontab.CrontabSchedule ScheduleOf(TimerFunction function, IConfiguration configuration)
    {
        string text = function.Schedule is ['%', .. string setting, '%']
            ? configuration[setting] ?? throw new HostException($"Timer function '{function.Method.Name}' takes its schedule from the setting {setting}, which is missing.")
            : function.Schedule;
        return TimerFunction.Parse(text) ?? throw new HostException(
            $"Timer function '{function.Method.Name}' has the schedule '{text}', which is not six fields of NCRONTAB such as '0 */5 * * * *'.");
    }
}
