using Azure.Data.Tables;
using LocalHost.Storage;
using LocalHost.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace LocalHost.Tests;

/// <summary>One Azurite for all the tests of an assembly. They keep apart by the names of their task hubs, tables and containers.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public TableServiceClient Tables => new(ConnectionString);

    public async ValueTask InitializeAsync() => azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
