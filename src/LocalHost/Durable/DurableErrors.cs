namespace LocalHost.Durable;

/// <summary>No instance has this id. On Azure the same call fails with an RpcException (NotFound).</summary>
public sealed class InstanceNotFoundException(string instanceId)
    : InvalidOperationException($"There is no orchestration instance '{instanceId}'. Start it before sending it anything.")
{
    public string InstanceId { get; } = instanceId;
}

/// <summary>The id is taken by an instance that has not ended. On Azure the same call fails as already existing.</summary>
public sealed class InstanceAlreadyRunningException(string instanceId)
    : InvalidOperationException(
        $"The orchestration instance '{instanceId}' has not ended, so its id can't be started again. Terminate it first, or use another id.")
{
    public string InstanceId { get; } = instanceId;
}

/// <summary>The instance has ended, and this call needs one that has not. On Azure: RpcException (FailedPrecondition).</summary>
public sealed class InstanceNotRunningException(string instanceId)
    : InvalidOperationException($"The orchestration instance '{instanceId}' has ended and takes no more messages.")
{
    public string InstanceId { get; } = instanceId;
}

/// <summary>An orchestrator's code asked for other steps than those in its history. Kept as the failure of the instance.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
