namespace LocalHost.Storage;

/// <summary>How Azurite is to run.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where it keeps its data, its log and the record by which a later host finds it. Unused when in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>For tests: nothing on disk, and it ends with the process that started it, however that ends.</summary>
    public bool InMemory { get; init; }
}
