using System.Globalization;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>One line of a cycle's journal.</summary>
/// <param name="Event">One of the events of <c>docs/events.md</c>.</param>
/// <param name="Subject">Id of what it happened to: a round, an invitation, a version; never a name or an address.</param>
public sealed record JournalEntry(string Event, DateTimeOffset At, string Subject, string? Detail = null);

/// <summary>
/// Table <c>Journal</c>: partition = cycle; row = inverted time, <c>~</c>, event and subject, so that the newest comes first and a repeated step
/// writes the same row.
/// </summary>
public sealed class JournalTable(AppStorage storage)
{
    private TableClient Table => storage.Journal;

    public Task WriteAsync(string cycle, JournalEntry entry, CancellationToken cancellation) =>
        Table.UpsertEntityAsync(
            new TableEntity(cycle, $"{Inverted(entry.At)}~{entry.Event}~{entry.Subject}").With(entry), TableUpdateMode.Replace, cancellation);

    /// <summary>The newest entries first.</summary>
    public async Task<List<JournalEntry>> ReadAsync(string cycle, int most, CancellationToken cancellation)
    {
        List<JournalEntry> entries = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(TableRows.Partition(cycle), cancellationToken: cancellation))
        {
            entries.Add(row.Document<JournalEntry>());
            if (entries.Count == most)
                break;
        }

        return entries;
    }

    /// <summary>Some of the entries, the newest first.</summary>
    /// <param name="before">What an earlier call gave, to go on from there; null for the newest.</param>
    /// <returns>The entries, and what the older ones are asked for with; null where there are none.</returns>
    public async Task<(IReadOnlyList<JournalEntry> Entries, string? Older)> PageAsync(string cycle, int most, string? before, CancellationToken cancellation)
    {
        string filter = before is null ? TableRows.Partition(cycle) : TableClient.CreateQueryFilter($"PartitionKey eq {cycle} and RowKey gt {before}");
        List<TableEntity> rows = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(filter, maxPerPage: most + 1, cancellationToken: cancellation))
        {
            rows.Add(row);
            if (rows.Count > most)
                break;
        }

        return ([.. rows.Take(most).Select(r => r.Document<JournalEntry>())], rows.Count > most ? rows[most - 1].RowKey : null);
    }

    private static string Inverted(DateTimeOffset at) => (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
