using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Retention;

/// <summary>Forgets one kind of what is kept of a cycle that has ended; doing so twice changes nothing. Nothing here touches what is published.</summary>
public sealed class Forgetting(
    AppStorage storage, CycleStores stores, CyclesTable cycles, DecisionsTable decisions, InvitationsTable invitations, DisclosuresTable disclosures, ErasedContacts contacts, ErasedRows rows)
{
    /// <returns>How much was forgotten, and whether all of it could be.</returns>
    public async Task<(int Forgotten, bool IsDone)> ForgetAsync(CycleSettings cycle, string kind, CancellationToken cancellation) => kind switch
    {
        "disclosures" => await DisclosuresAsync(cycle.Id, cancellation),
        "voices" => (await VoicesAsync(cycle.Id, cancellation), true),
        "answers" => (await AnswersAsync(cycle.Id, cancellation), true),
        "mail" => (await MailAsync(cycle.Id, cancellation), true),
        "contacts" => await ContactsAsync(cycle.Id, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing of this kind is kept."),
    };

    // What the safeguarding contact was not told of is not lost before they are.
    private async Task<(int, bool)> DisclosuresAsync(string cycle, CancellationToken cancellation)
    {
        int forgotten = await disclosures.ForgetNotifiedAsync(cycle, cancellation);
        return (forgotten, (await disclosures.ToNotifyAsync(cycle, cancellation)).Count == 0);
    }

    private async Task<int> VoicesAsync(string cycle, CancellationToken cancellation)
    {
        CycleTable table = stores.Tables.Single(t => t.Table == storage.Voices);
        int forgotten = 0;
        await foreach (TableEntity row in CycleStores.RowsAsync(table, cycle, cancellation))
        {
            if (row.RowKey == "group" || row.Document<Voice>().IsReviewed)
                continue;
            await table.Table.ChangeAsync<Voice>(row.PartitionKey, row.RowKey, v => v.IsReviewed ? v : v with { Words = null }, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    private async Task<int> AnswersAsync(string cycle, CancellationToken cancellation)
    {
        int forgotten = 0;
        foreach (Round round in await cycles.Rounds.ListAsync(cycle, cancellation))
        {
            for (int page = 0; page < round.Pages; page++)
            {
                PageRef reference = new(cycle, round.Id, page);
                Dictionary<string, Invitation> all = (await invitations.PageAsync(reference, cancellation)).ToDictionary(i => i.Ref.Id);
                List<TableEntity> rows = await storage.Answers.ListAsync(
                    TableRows.Partition(InvitationsTable.Partition(reference)), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
                TableEntity[] old = [.. rows.Where(r => !Counts(r.RowKey.Split('~')))];
                await storage.Answers.WriteAllAsync(TableTransactionActionType.Delete, old, cancellation);
                forgotten += old.Length;

                bool Counts(string[] key) =>
                    key[1][0] == 'r' && all.TryGetValue(key[0], out Invitation? i) && int.TryParse(key[1].AsSpan(1), out int revision) && (revision == i.Frozen || revision == i.Revision);
            }
        }

        return forgotten;
    }

    private async Task<int> MailAsync(string cycle, CancellationToken cancellation)
    {
        int forgotten = 0;
        CycleTable table = stores.Tables.Single(t => t.Table == storage.Mail);
        List<TableEntity> rows = [];
        await foreach (TableEntity row in CycleStores.RowsAsync(table, cycle, cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)))
            rows.Add(row);
        foreach (IGrouping<string, TableEntity> partition in rows.GroupBy(r => r.PartitionKey))
            await table.Table.WriteAllAsync(TableTransactionActionType.Delete, partition, cancellation);
        forgotten += rows.Count;
        CycleContainer pickup = stores.Containers.Single(c => c.Container == storage.Pickup);
        await foreach (BlobItem file in CycleStores.FilesAsync(pickup, cycle, cancellation))
        {
            await pickup.Container.DeleteBlobIfExistsAsync(file.Name, cancellationToken: cancellation);
            forgotten++;
        }

        return forgotten;
    }

    private async Task<(int, bool)> ContactsAsync(string cycle, CancellationToken cancellation)
    {
        // Whoever is still to be told what a child said is needed.
        if ((await disclosures.ToNotifyAsync(cycle, cancellation)).Count > 0)
            return (0, false);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        string[] named = [.. facts.Contacts.Where(c => c.Name.Length > 0 || c.Email.Length > 0).Select(c => c.Who)];
        await contacts.ForgetAsync(cycle, [.. named, Contact.Safeguarding], cancellation);
        await rows.EraseNamesGivenAsync(cycle, cancellation);
        await decisions.ForgetAddressesAsync(cycle, cancellation);
        List<TableEntity> stopped = await storage.Cycles.ListAsync(
            TableRows.KeysFrom(cycle, "stopped~"), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
        await storage.Cycles.WriteAllAsync(TableTransactionActionType.Delete, stopped, cancellation);
        // The answer to the request that began it may name somebody in a warning.
        foreach ((CycleTable table, TableEntity row) in (await stores.SharedAsync(cycle, cancellation)).Where(s => s.Row.PartitionKey == "~keys"))
            await table.Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        return (named.Length, true);
    }
}
