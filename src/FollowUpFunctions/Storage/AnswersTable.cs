using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Table <c>Answers</c>: partition <c>cycle~round~page</c> as the invitation's; row <c>{invitation}~r{revision}~{chunk}</c> for what was submitted,
/// <c>{invitation}~draft~{chunk}</c> for what is being written. A document is written in one transaction.
/// </summary>
public sealed class AnswersTable(AppStorage storage)
{
    private const string Draft = "draft";

    // A row may have nearly a megabyte.
    private const int RowsAtATime = 200;

    private TableClient Table => storage.Answers;

    public Task WriteDraftAsync(InvitationRef invitation, AnswerSheet sheet, CancellationToken cancellation) =>
        WriteAsync(invitation, Draft, sheet, TableTransactionActionType.UpsertReplace, cancellation);

    /// <summary>Writes a revision that is not there yet: the number asked for, or the next that is free where one was written and never counted.</summary>
    /// <returns>The revision's number.</returns>
    public async Task<int> AddRevisionAsync(InvitationRef invitation, int revision, AnswerSheet sheet, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await WriteAsync(invitation, Revision(revision), sheet, TableTransactionActionType.Add, cancellation);
                return revision;
            }
            catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
            {
                revision++;
            }
        }
    }

    public Task<AnswerSheet?> DraftAsync(InvitationRef invitation, CancellationToken cancellation) =>
        ReadAsync(invitation, Draft, cancellation);

    public Task<AnswerSheet?> RevisionAsync(InvitationRef invitation, int revision, CancellationToken cancellation) =>
        ReadAsync(invitation, Revision(revision), cancellation);

    /// <summary>What was submitted on one page of a round: by invitation id and revision. A thousand rows a round trip.</summary>
    public async Task<Dictionary<(string Invitation, int Revision), AnswerSheet>> PageAsync(PageRef page, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.Partition(InvitationsTable.Partition(page)), cancellation))
            .Select(row => (Row: row, Key: row.RowKey.Split('~')))
            .Where(x => x.Key[1] != Draft)
            .GroupBy(x => (x.Key[0], int.Parse(x.Key[1].AsSpan(1), CultureInfo.InvariantCulture)), x => x.Row)
            .Where(IsWhole)
            .ToDictionary(g => g.Key, Sheet);

    /// <summary>The same in the order of the rows, a few at a time.</summary>
    public async IAsyncEnumerable<(string Invitation, int Revision, AnswerSheet Sheet)> OneByOneAsync(
        PageRef page, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> document = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(
            TableRows.Partition(InvitationsTable.Partition(page)), RowsAtATime, cancellationToken: cancellation))
        {
            string[] key = row.RowKey.Split('~');
            if (key[1] == Draft)
                continue;
            if (key[2] == "00")
                document.Clear();
            document.Add(row);
            if (document.Count == (document[0].GetInt32("Chunks") ?? 1))
                yield return (key[0], int.Parse(key[1].AsSpan(1), CultureInfo.InvariantCulture), Sheet(document));
        }
    }

    private static string Revision(int revision) => $"r{revision:0000}";

    private async Task WriteAsync(InvitationRef invitation, string name, AnswerSheet sheet, TableTransactionActionType action, CancellationToken cancellation)
    {
        string json = JsonSerializer.Serialize(sheet, RowDocument.Json);
        string[] chunks = [.. json.Chunk(RowDocument.RowChars).Select(c => new string(c))];
        TableEntity[] rows =
        [
            .. chunks.Select((chunk, n) => new TableEntity(InvitationsTable.Partition(invitation.OfPage), $"{invitation.Id}~{name}~{n:00}")
            {
                ["Chunks"] = chunks.Length,
            }.WithText(chunk)),
        ];
        await Table.WriteAllAsync(action, rows, cancellation);
    }

    private async Task<AnswerSheet?> ReadAsync(InvitationRef invitation, string name, CancellationToken cancellation)
    {
        string filter = TableRows.KeysFrom(InvitationsTable.Partition(invitation.OfPage), $"{invitation.Id}~{name}~");
        List<TableEntity> rows = await Table.ListAsync(filter, cancellation);
        return rows.Count > 0 && IsWhole(rows) ? Sheet(rows) : null;
    }

    // A shorter draft leaves chunks of a longer one behind: the first row says how many count.
    private static bool IsWhole(IEnumerable<TableEntity> rows) => rows.Count() >= rows.First().GetInt32("Chunks");

    private static AnswerSheet Sheet(IEnumerable<TableEntity> rows)
    {
        int chunks = rows.First().GetInt32("Chunks") ?? 1;
        string json = string.Concat(rows.Take(chunks).Select(r => r.Text()));
        return JsonSerializer.Deserialize<AnswerSheet>(json, RowDocument.Json)!;
    }
}
