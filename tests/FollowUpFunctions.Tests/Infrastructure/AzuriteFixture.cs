using FollowUpFunctions.Tests.Infrastructure;
using LocalHost.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>One Azurite for all the tests of the assembly. They keep apart by the prefix of their tables and containers.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
