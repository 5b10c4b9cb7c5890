using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Keeping;

[Collection(nameof(PublishedCycle))]
public sealed class CycleStoresTests(PublishedCycle published)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_a_cycle_lies_where_the_list_of_its_stores_does_not_look()
    {
        string cycle = published.Story.Cycle;
        CycleStores stores = published.Story.App.Service<CycleStores>();
        HashSet<(string, string, string)> listed = [.. (await stores.SharedAsync(cycle, Cancellation)).Select(s => (s.Table.Table.Name, s.Row.PartitionKey, s.Row.RowKey))];
        foreach (CycleTable table in stores.Tables)
        {
            await foreach (TableEntity row in CycleStores.RowsAsync(table, cycle, Cancellation))
                listed.Add((table.Table.Name, row.PartitionKey, row.RowKey));
        }

        Stores all = new(published.Story.App.Host.Services);
        List<string> elsewhere = [];
        int found = 0;
        foreach (TableClient table in (await all.TablesAsync()).Where(t => !t.Name.EndsWith("Hub", StringComparison.Ordinal)))
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                found++;
                if (!listed.Contains((table.Name, row.PartitionKey, row.RowKey)) && JsonSerializer.Serialize(row.ToDictionary(p => p.Key, p => p.Value)).Contains(cycle, StringComparison.Ordinal))
                    elsewhere.Add($"{table.Name} {row.PartitionKey} {row.RowKey}");
            }
        }

        foreach (BlobContainerClient container in await all.ContainersAsync())
        {
            bool known = stores.Containers.Any(c => c.Container.Name == container.Name);
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: Cancellation))
            {
                found++;
                if (blob.Name.Contains(cycle, StringComparison.Ordinal) && !(known && blob.Name.StartsWith(CycleStores.Folder(cycle), StringComparison.Ordinal)))
                    elsewhere.Add($"{container.Name} {blob.Name}");
            }
        }

        Assert.True(found > 200, "Too little was found: the test looks in the wrong place.");
        Assert.Empty(elsewhere);
    }
}
