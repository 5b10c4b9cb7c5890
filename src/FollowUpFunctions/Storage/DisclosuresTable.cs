using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>What a child told the safeguarding contact, and nobody else.</summary>
/// <param name="Ordinal">From 1 in each cycle.</param>
/// <param name="Who">Stakeholder id of the group's organisation, so that somebody can be reached; the child is not known.</param>
public sealed record Disclosure(string Cycle, int Ordinal, string Who, string Language, string Text, DateTimeOffset At);

/// <summary>
/// Table <c>Disclosures</c>: partition = cycle; row <c>count</c> and rows <c>told~…</c>. Read by the safeguarding contact's page and by nothing else.
/// </summary>
public sealed class DisclosuresTable(AppStorage storage)
{
    private const string Count = "count";
    private const string Told = "told~";
    private const string Notified = "Notified";

    private TableClient Table => storage.Disclosures;

    /// <summary>Adds a disclosure with the next ordinal; the same one sent twice is one.</summary>
    /// <param name="key">The same whenever the same words are sent again from the same page.</param>
    public async Task<Disclosure> AddAsync(string key, Disclosure told, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Table.FindAsync(told.Cycle, Told + key, cancellation) is { } there)
                return there.Document<Disclosure>();
            TableEntity? count = await Table.FindAsync(told.Cycle, Count, cancellation);
            Disclosure next = told with { Ordinal = (count?.GetInt32(Count) ?? 0) + 1 };
            TableEntity counted = count ?? new TableEntity(told.Cycle, Count);
            counted[Count] = next.Ordinal;
            try
            {
                await Table.SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.Add, new TableEntity(told.Cycle, Told + key).With(next)),
                        count is null ? new(TableTransactionActionType.Add, counted) : new(TableTransactionActionType.UpdateReplace, counted, count.ETag),
                    ],
                    cancellation);
                return next;
            }
            catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
            {
            }
        }
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Disclosure>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await RowsAsync(cycle, cancellation)).Select(r => r.Document<Disclosure>()).OrderByDescending(d => d.Ordinal)];

    /// <summary>Those whose notice the mail provider has not been seen to take.</summary>
    public async Task<IReadOnlyList<Disclosure>> ToNotifyAsync(string cycle, CancellationToken cancellation) =>
        [.. (await RowsAsync(cycle, cancellation)).Where(r => r.GetDateTimeOffset(Notified) is null).Select(r => r.Document<Disclosure>()).OrderBy(d => d.Ordinal)];

    public async Task MarkNotifiedAsync(string cycle, int ordinal, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (TableEntity row in (await RowsAsync(cycle, cancellation)).Where(r => r.Document<Disclosure>().Ordinal == ordinal))
            await Table.UpdateEntityAsync(new TableEntity(cycle, row.RowKey) { [Notified] = at }, ETag.All, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Deletes those that the safeguarding contact was told of.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ForgetNotifiedAsync(string cycle, CancellationToken cancellation)
    {
        TableEntity[] told = [.. (await RowsAsync(cycle, cancellation)).Where(r => r.GetDateTimeOffset(Notified) is not null)];
        await Table.WriteAllAsync(TableTransactionActionType.Delete, told, cancellation);
        return told.Length;
    }

    private Task<List<TableEntity>> RowsAsync(string cycle, CancellationToken cancellation) => Table.ListAsync(TableRows.KeysFrom(cycle, Told), cancellation);
}
