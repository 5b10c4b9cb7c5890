using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>Reads all that is stored, whatever tables and containers there are: rows, the documents that go over several rows, and files, unpacked.</summary>
public static class StoredTraces
{
    public static async Task LookAsync(TokenTraces traces, Stores stores)
    {
        foreach (TableClient table in await stores.TablesAsync())
            await LookAsync(traces, table);
        foreach (BlobContainerClient container in await stores.ContainersAsync())
        {
            if (container.Name == stores.Pickup.Name)
                continue;
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                traces.Look(blob.Name, $"the name of a file in {container.Name}");
                foreach ((string part, string text) in FileTexts.Of(blob.Name, await Stores.ReadAsync(container, blob.Name)))
                    traces.Look(text, $"the file {part}");
            }
        }
    }

    private static async Task LookAsync(TokenTraces traces, TableClient table)
    {
        StringBuilder document = new();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            string where = $"the table {table.Name}";
            traces.Look($"{row.PartitionKey} {row.RowKey}", $"{where}, a key");
            foreach ((string column, object value) in row.OrderBy(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal))
            {
                if (value is byte[] bytes)
                    traces.Look(bytes, $"{where}, {column}");
                else
                    traces.Look(value?.ToString(), $"{where}, {column}");
                // A document's columns are a letter and a number; a token may stand where one ends and the next begins.
                if (value is string text && column.Length is 2 or 3 && char.IsAsciiDigit(column[1]))
                    document.Append(text);
            }

            if (document.Length > 1_000_000)
            {
                traces.Look(document.ToString(), $"{where}, a document");
                document.Clear();
            }
        }

        traces.Look(document.ToString(), $"the table {table.Name}, a document");
    }
}
