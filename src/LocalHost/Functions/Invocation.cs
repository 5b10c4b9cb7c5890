using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Functions;

/// <summary>What one call of a function has at hand for its parameters; which of it there is depends on the trigger.</summary>
internal sealed record Invocation(IServiceProvider Services, DurableTaskClient Durable, CancellationToken Cancellation)
{
    public HttpContext? Http { get; init; }

    public TimerInfo? Timer { get; init; }

    public TaskOrchestrationContext? Orchestration { get; init; }

    /// <summary>An activity's input as JSON.</summary>
    public string? Input { get; init; }

    public string? InstanceId { get; init; }
}

/// <summary>Gives one parameter its value.</summary>
internal delegate object? ParameterBinding(Invocation call);
