using System.Text.Json;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>All tables and containers under an app's prefix, whatever it has by now; those of its task hub too.</summary>
public sealed class Stores(IServiceProvider services)
{
    private readonly TableServiceClient tables = services.GetRequiredService<TableServiceClient>();
    private readonly BlobServiceClient blobs = services.GetRequiredService<BlobServiceClient>();
    private readonly string prefix = services.GetRequiredService<FollowUpOptions>().StoragePrefix;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The one store that may hold personal links.</summary>
    public BlobContainerClient Pickup { get; } = services.GetRequiredService<AppStorage>().Pickup;

    public async Task<IReadOnlyList<TableClient>> TablesAsync()
    {
        List<TableClient> all = [];
        await foreach (TableItem table in tables.QueryAsync(cancellationToken: Cancellation))
        {
            if (table.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                all.Add(tables.GetTableClient(table.Name));
        }

        return all;
    }

    public async Task<IReadOnlyList<BlobContainerClient>> ContainersAsync()
    {
        List<BlobContainerClient> all = [];
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync(cancellationToken: Cancellation))
        {
            if (container.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                all.Add(blobs.GetBlobContainerClient(container.Name));
        }

        return all;
    }

    /// <summary>Every row of every table with its ETag, and every blob with its own: a write that changes nothing shows too.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync()
    {
        List<string> all = [];
        foreach (TableClient table in await TablesAsync())
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
                all.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag} {JsonSerializer.Serialize(row.OrderBy(p => p.Key, StringComparer.Ordinal))}");
        }

        foreach (BlobContainerClient container in await ContainersAsync())
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: Cancellation))
                all.Add($"{container.Name} {blob.Name} {blob.Properties.ETag}");
        }

        return all;
    }

    public static async Task<BinaryData> ReadAsync(BlobContainerClient container, string name) =>
        (await container.GetBlobClient(name).DownloadContentAsync(Cancellation)).Value.Content;
}
