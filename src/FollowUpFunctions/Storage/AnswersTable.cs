using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>What somebody has written and not sent, as it was read.</summary>
public sealed record Draft(AnswerSheet Sheet, ETag ETag);

/// <summary>
/// Table <c>Answers</c>: partition <c>cycle~round~page</c> as the invitation's; row <c>{invitation}~r{revision}~{chunk}</c> for what was submitted,
/// <c>{invitation}~draft~{chunk}</c> for what is being written. A document is written in one transaction.
/// </summary>
public sealed class AnswersTable(AppStorage storage)
{
    private const string DraftName = "draft";

    // A row may have nearly a megabyte.
    private const int RowsAtATime = 200;

    private TableClient Table => storage.Answers;

    /// <summary>Writes a draft over the one that was read, or where none was.</summary>
    /// <returns>False when somebody else has written one meanwhile.</returns>
    public async Task<bool> TryWriteDraftAsync(InvitationRef invitation, AnswerSheet sheet, ETag? read, CancellationToken cancellation)
    {
        TableEntity[] rows = Rows(invitation, DraftName, sheet);
        TableTransactionAction first = read is { } etag
            ? new(TableTransactionActionType.UpdateReplace, rows[0], etag)
            : new(TableTransactionActionType.Add, rows[0]);
        try
        {
            await WriteAsync([first, .. rows.Skip(1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed or TableRows.NotFound)
        {
            return false;
        }
    }

    /// <summary>
    /// Writes a revision that is not there yet: the number asked for, or the next that is free where one was written and never counted. One that
    /// was written with the same answers is that revision: somebody pressed twice, or the first time broke off.
    /// </summary>
    /// <returns>The revision's number.</returns>
    public async Task<int> AddRevisionAsync(InvitationRef invitation, int revision, AnswerSheet sheet, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await WriteAsync(
                    [.. Rows(invitation, Revision(revision), sheet).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))], cancellation);
                return revision;
            }
            catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
            {
                if (await RevisionAsync(invitation, revision, cancellation) is { } there
                    && there.Recorded == sheet.Recorded && Fingerprint.Of(there) == Fingerprint.Of(sheet))
                {
                    return revision;
                }

                revision++;
            }
        }
    }

    /// <summary>The draft by its key, which costs one round trip unless it is longer than a row holds.</summary>
    public async Task<Draft?> DraftAsync(InvitationRef invitation, CancellationToken cancellation)
    {
        if (await Table.FindAsync(InvitationsTable.Partition(invitation.OfPage), $"{invitation.Id}~{DraftName}~00", cancellation) is not { } first)
            return null;
        List<TableEntity> rows = first.GetInt32("Chunks") > 1 ? await RowsAsync(invitation, DraftName, cancellation) : [first];
        return IsWhole(rows) ? new(Sheet(rows), rows[0].ETag) : null;
    }

    public Task<AnswerSheet?> RevisionAsync(InvitationRef invitation, int revision, CancellationToken cancellation) =>
        ReadAsync(invitation, Revision(revision), cancellation);

    /// <summary>What was submitted on one page of a round: by invitation id and revision. A thousand rows a round trip.</summary>
    public async Task<Dictionary<(string Invitation, int Revision), AnswerSheet>> PageAsync(PageRef page, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.Partition(InvitationsTable.Partition(page)), cancellation))
            .Select(row => (Row: row, Key: row.RowKey.Split('~')))
            .Where(x => x.Key[1] != DraftName)
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
            if (key[1] == DraftName)
                continue;
            if (key[2] == "00")
                document.Clear();
            document.Add(row);
            if (document.Count == (document[0].GetInt32("Chunks") ?? 1))
                yield return (key[0], int.Parse(key[1].AsSpan(1), CultureInfo.InvariantCulture), Sheet(document));
        }
    }

    private static string Revision(int revision) => $"r{revision:0000}";

    private static TableEntity[] Rows(InvitationRef invitation, string name, AnswerSheet sheet)
    {
        string json = JsonSerializer.Serialize(sheet, RowDocument.Json);
        string[] chunks = json.Length <= RowDocument.RowChars ? [json] : [.. json.Chunk(RowDocument.RowChars).Select(c => new string(c))];
        return
        [
            .. chunks.Select((chunk, n) => new TableEntity(InvitationsTable.Partition(invitation.OfPage), $"{invitation.Id}~{name}~{n:00}")
            {
                ["Chunks"] = chunks.Length,
            }.WithText(chunk)),
        ];
    }

    // A transaction of one is slower than the one write.
    private Task WriteAsync(TableTransactionAction[] rows, CancellationToken cancellation) => rows switch
    {
        [{ ActionType: TableTransactionActionType.Add } row] => Table.AddEntityAsync(row.Entity, cancellation),
        [{ ActionType: TableTransactionActionType.UpdateReplace } row] => Table.UpdateEntityAsync(row.Entity, row.ETag, TableUpdateMode.Replace, cancellation),
        _ => Table.SubmitTransactionAsync(rows, cancellation),
    };

    private async Task<AnswerSheet?> ReadAsync(InvitationRef invitation, string name, CancellationToken cancellation)
    {
        List<TableEntity> rows = await RowsAsync(invitation, name, cancellation);
        return rows.Count > 0 && IsWhole(rows) ? Sheet(rows) : null;
    }

    private Task<List<TableEntity>> RowsAsync(InvitationRef invitation, string name, CancellationToken cancellation) =>
        Table.ListAsync(TableRows.KeysFrom(InvitationsTable.Partition(invitation.OfPage), $"{invitation.Id}~{name}~"), cancellation);

    // A shorter draft leaves chunks of a longer one behind: the first row says how many count.
    private static bool IsWhole(IEnumerable<TableEntity> rows) => rows.Count() >= rows.First().GetInt32("Chunks");

    private static AnswerSheet Sheet(IEnumerable<TableEntity> rows)
    {
        int chunks = rows.First().GetInt32("Chunks") ?? 1;
        string json = string.Concat(rows.Take(chunks).Select(r => r.Text()));
        return JsonSerializer.Deserialize<AnswerSheet>(json, RowDocument.Json)!;
    }
}
