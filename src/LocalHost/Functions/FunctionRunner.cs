using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Functions;

/// <summary>Calls functions, each in a DI scope of its own.</summary>
internal sealed class FunctionRunner(IServiceProvider services)
{
    /// <summary>Given before the first call: the engine needs the functions, and the functions its client.</summary>
    public DurableTaskClient Durable { get; set; } = null!;

    public DurableFunctions Durables(FunctionCatalog catalog) => new(
        catalog.Orchestrators.ToDictionary(f => f.TaskName, f => Orchestrator(f.Method), StringComparer.OrdinalIgnoreCase),
        catalog.Activities.ToDictionary(f => f.TaskName, f => Activity(f.Method), StringComparer.OrdinalIgnoreCase));

    /// <summary>Calls an HTTP function in the request's own scope.</summary>
    public Task<object?> RunHttpAsync(FunctionMethod method, HttpContext http) =>
        method.InvokeAsync(new(http.RequestServices, Durable, http.RequestAborted) { Http = http });

    public async Task RunTimerAsync(FunctionMethod method, TimerInfo timer, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await method.InvokeAsync(new(scope.ServiceProvider, Durable, cancellation) { Timer = timer });
    }

    // A turn that waits is abandoned, not ended: nothing after the await would run, so there is no scope to dispose of.
    private OrchestratorFunction Orchestrator(FunctionMethod method) => context =>
        method.InvokeAsync(new(services.CreateScope().ServiceProvider, Durable, CancellationToken.None) { Orchestration = context });

    private ActivityFunction Activity(FunctionMethod method) => async (input, instanceId, cancellation) =>
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await method.InvokeAsync(new(scope.ServiceProvider, Durable, cancellation) { Input = input, InstanceId = instanceId });
    };
}
