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

    private static string Inverted(DateTimeOffset at) => (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
