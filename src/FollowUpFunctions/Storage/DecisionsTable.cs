using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>Rows <c>decision~…</c> of table <c>Cycles</c>: what the coordinators have decided, each written once.</summary>
public sealed class DecisionsTable(AppStorage storage)
{
    private const string Prefix = "decision~";
    private const string CarriedOut = "CarriedOut";

    private TableClient Table => storage.Cycles;

    /// <summary>Writes a decision once; a second one with the same id is refused by its absence of effect.</summary>
    /// <returns>False when a decision with this id is on record.</returns>
    public async Task<bool> AddAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        try
        {
            await Table.AddEntityAsync(new TableEntity(cycle, Prefix + decision.Id).With(decision), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
        {
            return false;
        }
    }

    public async Task<DecisionOnRecord?> FindAsync(string cycle, string id, CancellationToken cancellation) =>
        (await Table.FindAsync(cycle, Prefix + id, cancellation))?.Document<DecisionOnRecord>();

    public async Task<IReadOnlyList<DecisionOnRecord>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await RowsAsync(cycle, cancellation)).Select(row => row.Document<DecisionOnRecord>())];

    public Task MarkCarriedOutAsync(string cycle, string id, DateTimeOffset at, CancellationToken cancellation) =>
        Table.UpdateEntityAsync(new TableEntity(cycle, Prefix + id) { [CarriedOut] = at }, ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Those that are on record and not marked as carried out, the earliest first.</summary>
    public async Task<IReadOnlyList<DecisionOnRecord>> ToCarryOutAsync(string cycle, CancellationToken cancellation) =>
    [
        .. (await RowsAsync(cycle, cancellation))
            .Where(row => row.GetDateTimeOffset(CarriedOut) is null)
            .Select(row => row.Document<DecisionOnRecord>())
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>Takes the edited words of a child's voice out of the decisions about it.</summary>
    public async Task ForgetWordsAsync(string cycle, string voice, CancellationToken cancellation)
    {
        foreach (DecisionOnRecord about in (await ListAsync(cycle, cancellation)).Where(d => d.Voice == voice && d.Words is not null))
            await Table.ChangeAsync<DecisionOnRecord>(cycle, Prefix + about.Id, d => d with { Words = null }, cancellation);
    }

    /// <summary>Takes corrected addresses out of the decisions about them.</summary>
    public async Task ForgetAddressesAsync(string cycle, CancellationToken cancellation)
    {
        foreach (DecisionOnRecord about in (await ListAsync(cycle, cancellation)).Where(d => d.Email is not null))
            await Table.ChangeAsync<DecisionOnRecord>(cycle, Prefix + about.Id, d => d with { Email = null }, cancellation);
    }

    private Task<List<TableEntity>> RowsAsync(string cycle, CancellationToken cancellation) =>
        Table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation);
}
