using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace LocalHost.Functions;

internal sealed record HttpFunction(FunctionMethod Method, AuthorizationLevel Level, string Route, IReadOnlyList<string> Methods);

internal sealed record TimerFunction(FunctionMethod Method, string Schedule, bool RunOnStartup)
{
    /// <summary>Six fields, seconds first, as Azure Functions reads them; in UTC.</summary>
    public static CrontabSchedule? Parse(string schedule) =>
        CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
}

internal sealed record DurableFunction(string TaskName, FunctionMethod Method);

/// <summary>The functions found in an app.</summary>
internal sealed record FunctionCatalog(
    IReadOnlyList<HttpFunction> Http,
    IReadOnlyList<TimerFunction> Timers,
    IReadOnlyList<DurableFunction> Orchestrators,
    IReadOnlyList<DurableFunction> Activities)
{
    public int Count => Http.Count + Timers.Count + Orchestrators.Count + Activities.Count;
}
