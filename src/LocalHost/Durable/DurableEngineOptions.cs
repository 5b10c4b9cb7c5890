namespace LocalHost.Durable;

public sealed record DurableEngineOptions
{
    /// <summary>How many activities run at the same time.</summary>
    public int MaxConcurrentActivities { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>What <c>context.Version</c> says in instances started from now on (host.json: <c>defaultVersion</c>).</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>
    /// Whether an event raised to a finished instance throws instead of being dropped. Azure Functions on the Azure Storage backend throws
    /// (RpcException, FailedPrecondition) unless host.json says <c>throwStatusExceptionsOnRaiseEvent: false</c>.
    /// </summary>
    public bool ThrowOnEventToFinished { get; init; }

    /// <summary>Told of turns, activities and messages; null for nobody.</summary>
    public IEngineObserver? Observer { get; init; }
}
