using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using LocalHost.Storage;

namespace FollowUpFunctions.Tests.Proofs.Kills;

/// <summary>What an ended demo leaves in its storage.</summary>
/// <param name="Plans">Each published version as data, without its times and what follows from them; by its name alone where it has reports of progress.</param>
/// <param name="Mails">The names of all mails; a name is written once.</param>
/// <param name="Answers">The answers that were submitted: invitation and revision.</param>
/// <param name="SentAgain">Mails that the journal says were sent again.</param>
public sealed partial record DemoRemains(IReadOnlyList<string> Plans, IReadOnlyList<string> Mails, IReadOnlyList<string> Answers, int SentAgain)
{
    public static async Task<DemoRemains> OfAsync(Demo demo)
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(
            new() { DataFolder = Path.Combine(demo.DataFolder, "storage") }, TestContext.Current.CancellationToken);
        return await OfAsync(azurite.ConnectionString);
    }

    public static async Task<DemoRemains> OfAsync(string storage)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        BlobServiceClient blobs = new(storage);
        TableServiceClient tables = new(storage);
        BlobContainerClient published = blobs.GetBlobContainerClient("plans");
        List<string> plans = [];
        foreach (string file in (await NamesAsync(published)).Where(n => n.EndsWith("/plan.json", StringComparison.Ordinal)))
        {
            string plan = Moment().Replace((await published.GetBlobClient(file).DownloadContentAsync(cancellation)).Value.Content.ToString(), "\"a time\"");
            plans.Add(HasProgress(plan) ? file : $"{file}: {InAnyOrder(JsonNode.Parse(plan))}");
        }

        IReadOnlyList<string> answers = await KeysAsync(tables.GetTableClient("Answers"), row => row.RowKey.Contains("~r", StringComparison.Ordinal));
        IReadOnlyList<string> again = await KeysAsync(tables.GetTableClient("Journal"), row => row.RowKey.Contains(JournalEvents.MailSentAgain, StringComparison.Ordinal));
        return new(plans, await NamesAsync(blobs.GetBlobContainerClient("mail")), answers, again.Count);
    }

    // People reckon from the date of their mail, and after a kill mail goes out a little later: a report near the end of its round may come before that
    // end or after it. It is among the answers either way.
    private static bool HasProgress(string plan) => plan.Contains("\"round\":\"progress-", StringComparison.Ordinal);

    // Who is kept from writing by a kill writes a little later: what is listed by time changes places.
    private static string InAnyOrder(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.Select(m => $"{m.Key}:{InAnyOrder(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(InAnyOrder).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString() ?? "null",
    };

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container)
    {
        List<string> names = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            names.Add(blob.Name);
        return names;
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(TableClient table, Func<TableEntity, bool> which)
    {
        List<string> keys = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: TestContext.Current.CancellationToken))
        {
            if (which(row))
                keys.Add($"{row.PartitionKey}/{row.RowKey}");
        }

        return keys;
    }

    [GeneratedRegex(@"""\d{4}-\d\d-\d\dT[^""]*""")]
    private static partial Regex Moment();
}
