using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Children;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Table <c>Voices</c>: partition <c>cycle~children-consultation~invitation</c>; row <c>group</c>, rows <c>new~…</c> as voices come and <c>voice~…</c>
/// when they are sealed, all with keys made by chance. A voice's row has nothing that leads back to a person: no invitation of a child exists, and
/// when the round has closed not even the time at which it was written tells who wrote it.
/// </summary>
public sealed class VoicesTable(AppStorage storage)
{
    private const string Group = "group";
    private const string New = "new~";
    private const string Sealed = "voice~";
    private const string Withdrawal = "Withdrawal";

    // Each voice is two actions of a transaction.
    private const int SealedAtOnce = TableRows.TransactionLimit / 2;

    private TableClient Table => storage.Voices;

    public async Task<ChildrensGroup?> GroupAsync(GroupRef group, CancellationToken cancellation) =>
        (await Table.FindAsync(Partition(group), Group, cancellation))?.Document<ChildrensGroup>();

    /// <summary>Takes down what was attested; attesting again changes for how many.</summary>
    public async Task AttestAsync(GroupRef group, Attestation attested, CancellationToken cancellation)
    {
        try
        {
            await Table.AddEntityAsync(new TableEntity(Partition(group), Group).With(new ChildrensGroup(attested)), cancellation);
        }
        catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
        {
            await Table.ChangeAsync<ChildrensGroup>(Partition(group), Group, g => g with { Attested = attested }, cancellation);
        }
    }

    /// <summary>Adds a voice if the group still takes one; the voice and its number are one transaction.</summary>
    /// <param name="key">The same whenever the same voice is sent.</param>
    /// <param name="withdrawal">Hash of the code by which it can be taken back.</param>
    public async Task<VoiceOutcome> AddAsync(
        GroupRef group, string key, string withdrawal, Func<Attestation, Voice> voice, CancellationToken cancellation)
    {
        string partition = Partition(group);
        while (true)
        {
            if (await Table.FindAsync(partition, Group, cancellation) is not { } row || row.Document<ChildrensGroup>() is not { Sealed: false } there)
                return VoiceOutcome.Over;
            if (await Table.FindAsync(partition, New + key, cancellation) is not null)
                return VoiceOutcome.Taken;
            if (there.Voices >= there.Attested.Children)
                return VoiceOutcome.Full;
            TableEntity added = new TableEntity(partition, New + key) { [Withdrawal] = withdrawal }.With(voice(there.Attested));
            if (await TrySubmitAsync([new(TableTransactionActionType.Add, added), Counting(row, there.Voices + 1)], cancellation))
                return VoiceOutcome.Taken;
        }
    }

    /// <summary>
    /// Takes no more voices, and gives those that came new rows in an order of chance: the times of the old ones would tell who wrote when. A row
    /// goes in the transaction that brings the new one, so nothing is lost or doubled wherever it breaks off; done again it does what is left.
    /// </summary>
    /// <returns>How many voices the group has.</returns>
    public async Task<int> SealAsync(GroupRef group, CancellationToken cancellation)
    {
        string partition = Partition(group);
        if (await Table.ChangeAsync<ChildrensGroup>(partition, Group, g => g with { Sealed = true }, cancellation) is null)
            return 0;
        while (await Table.ListAsync(TableRows.KeysFrom(partition, New), cancellation) is { Count: > 0 } rows)
        {
            TableEntity[] shuffled = [.. rows];
            RandomNumberGenerator.Shuffle(shuffled.AsSpan());
            foreach (TableEntity[] some in shuffled.Chunk(SealedAtOnce))
                await TrySubmitAsync([.. some.SelectMany(Anew)], cancellation);
        }

        return (await Table.ListAsync(TableRows.KeysFrom(partition, Sealed), cancellation, nameof(TableEntity.RowKey))).Count;
    }

    /// <summary>The sealed voices of a cycle's groups, in an order of chance over all groups; none before the round has closed.</summary>
    public async Task<IReadOnlyList<VoiceOnRecord>> SealedAsync(string cycle, CancellationToken cancellation) =>
    [
        .. (await Table.ListAsync(SealedOf(cycle), cancellation))
            .Select(r => new VoiceOnRecord(r.RowKey[Sealed.Length..], r.PartitionKey, r.Document<Voice>()))
            .OrderBy(v => v.Id, StringComparer.Ordinal),
    ];

    public async Task<VoiceOnRecord?> FindAsync(string cycle, string id, CancellationToken cancellation) =>
        (await SealedAsync(cycle, cancellation)).FirstOrDefault(v => v.Id == id);

    public async Task ChangeAsync(VoiceOnRecord voice, Func<Voice, Voice> change, CancellationToken cancellation) =>
        await Table.ChangeAsync(voice.Group, Sealed + voice.Id, change, cancellation);

    /// <summary>Deletes the voice with a withdrawal code, sealed or not.</summary>
    /// <param name="before">Done first, with the voice's id: what else holds its words.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> WithdrawAsync(GroupRef group, string withdrawal, Func<string, Task> before, CancellationToken cancellation)
    {
        string partition = Partition(group);
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Withdrawal eq {withdrawal}");
        while ((await Table.ListAsync(filter, cancellation)).FirstOrDefault() is { } voice)
        {
            await before(voice.RowKey[(voice.RowKey.IndexOf('~', StringComparison.Ordinal) + 1)..]);
            TableEntity row = (await Table.FindAsync(partition, Group, cancellation))!;
            int voices = row.Document<ChildrensGroup>().Voices;
            if (await TrySubmitAsync([new(TableTransactionActionType.Delete, voice, voice.ETag), Counting(row, voices - 1)], cancellation))
                return true;
        }

        return false;
    }

    private static string Partition(GroupRef group) => $"{group.Cycle}~{ChildrensRounds.Consultation.Id}~{group.Invitation}";

    private static string SealedOf(string cycle)
    {
        string from = $"{cycle}~{ChildrensRounds.Consultation.Id}~";
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {from} and PartitionKey lt {from + '\uffff'} and RowKey ge {Sealed} and RowKey lt {Sealed + '\uffff'}");
    }

    private static IEnumerable<TableTransactionAction> Anew(TableEntity old)
    {
        TableEntity anew = new(old.PartitionKey, Sealed + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) { [Withdrawal] = old.GetString(Withdrawal) };
        return [new(TableTransactionActionType.Delete, old, old.ETag), new(TableTransactionActionType.Add, anew.WithText(old.Text()))];
    }

    private static TableTransactionAction Counting(TableEntity group, int voices) =>
        new(TableTransactionActionType.UpdateReplace, group.With(group.Document<ChildrensGroup>() with { Voices = voices }), group.ETag);

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await Table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.PreconditionFailed or TableRows.Conflict or TableRows.NotFound)
        {
            return false;
        }
    }
}
