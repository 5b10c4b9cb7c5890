using Microsoft.DurableTask;

namespace LocalHost.Functions;

/// <summary>Runs one turn of an orchestrator's code from its beginning; the context answers from history.</summary>
/// <returns>The orchestrator's output, or null.</returns>
public delegate Task<object?> OrchestratorFunction(TaskOrchestrationContext context);

/// <summary>Runs an activity with its input as JSON (null when there is none) and returns its result, not yet serialized.</summary>
public delegate Task<object?> ActivityFunction(string? input, string instanceId, CancellationToken cancellation);

/// <summary>The durable functions of an app by name; names are compared without regard to case.</summary>
public sealed record DurableFunctions(
    IReadOnlyDictionary<string, OrchestratorFunction> Orchestrators,
    IReadOnlyDictionary<string, ActivityFunction> Activities);
