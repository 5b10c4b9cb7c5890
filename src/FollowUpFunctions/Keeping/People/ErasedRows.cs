using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Forms;
using FollowUp.Domain.People;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>
/// Takes words out of all rows of a cycle, whatever they hold: out of documents, over several rows too, and out of columns. What children disclosed
/// is left as it is: nobody can have taken out what a child said about them.
/// </summary>
public sealed class ErasedRows(AppStorage storage, CycleStores stores, CyclesTable cycles, InvitationsTable invitations)
{
    private const string Chunks = "Chunks";
    private const string Pending = "~erasures";

    // Four megabytes go into a transaction, and a letter takes up to three bytes on the way.
    private const int CharsAtOnce = 1_000_000;

    /// <summary>Takes the names of those who came to a meeting, as their organisations typed them, out of all answers.</summary>
    public async Task<int> EraseNamesGivenAsync(string cycle, CancellationToken cancellation)
    {
        CycleTable table = stores.Tables.Single(t => t.Table == storage.Answers);
        return await EraseAsync(
            table, cycle, document => JsonTexts.ChangeUnder(NamesGiven.Question, document, text => text == Discretion.Removed ? text : Discretion.Removed, RowDocument.Json), text => text, look: false, cancellation);
    }

    /// <param name="look">Only looks whether there is anything, and stops at the first.</param>
    /// <returns>How many rows hold, or held, the words.</returns>
    public async Task<int> EraseAsync(string cycle, PersonWords words, bool look, CancellationToken cancellation)
    {
        HashSet<string> ids = [.. (await cycles.CurrentFactsAsync(cycle, cancellation)).Contacts.Select(c => c.Who)];
        Func<string, string> without = text => ids.Contains(text) ? text : words.Without(text);
        Func<string, string> inDocument = document => JsonTexts.Change(document, without, RowDocument.Json);
        int rows = look ? 0 : await ItemsAsync(cycle, without, cancellation);
        foreach (CycleTable table in stores.Tables.Where(t => t.Table != storage.Disclosures))
        {
            rows += await EraseAsync(table, cycle, inDocument, without, look, cancellation);
            if (look && rows > 0)
                return rows;
        }

        foreach ((CycleTable table, TableEntity row) in await stores.SharedAsync(cycle, cancellation))
        {
            if (row.PartitionKey != Pending)
                rows += await EraseAsync(table, [row], inDocument, without, look, cancellation);
        }

        if (rows > 0 && !look)
            await cycles.FactsHaveChangedAsync(cycle, cancellation);
        return rows;
    }

    private async Task<int> EraseAsync(
        CycleTable table, string cycle, Func<string, string> inDocument, Func<string, string> inColumn, bool look, CancellationToken cancellation)
    {
        int rows = 0;
        List<TableEntity> document = [];
        await foreach (TableEntity row in CycleStores.RowsAsync(table, cycle, cancellation))
        {
            if (document.Count > 0 && !Continues(document[0], row))
                rows += await EraseAsync(table, document, inDocument, inColumn, look, cancellation);
            if (look && rows > 0)
                return rows;
            document.Add(row);
        }

        return rows + await EraseAsync(table, document, inDocument, inColumn, look, cancellation);
    }

    private static bool Continues(TableEntity first, TableEntity row) =>
        first.ContainsKey(Chunks) && first.PartitionKey == row.PartitionKey && Name(first) == Name(row);

    private static string Name(TableEntity row) => row.RowKey.LastIndexOf('~') is > 0 and int at && row.ContainsKey(Chunks) ? row.RowKey[..at] : row.RowKey;

    // An item's row is one document with the rows that go on with it; those of an item as it was before are of no use any more.
    private async Task<int> ItemsAsync(string cycle, Func<string, string> without, CancellationToken cancellation)
    {
        int changed = 0;
        if ((await cycles.ItemsAsync(cycle, cancellation)).Any(i => Without(i) != i))
        {
            await cycles.ChangeItemsAsync(cycle, items => [.. items.Select(Without)], cancellation);
            changed = 1;
        }

        return changed + await storage.Cycles.DeleteOldPartsAsync(cycle, cancellation);

        PlanItem Without(PlanItem item)
        {
            string json = JsonSerializer.Serialize(item, RowDocument.Json);
            string other = JsonTexts.Change(json, without, RowDocument.Json);
            return ReferenceEquals(json, other) ? item : JsonSerializer.Deserialize<PlanItem>(other, RowDocument.Json)!;
        }
    }

    private async Task<int> EraseAsync(
        CycleTable table, List<TableEntity> document, Func<string, string> inDocument, Func<string, string> inColumn, bool look, CancellationToken cancellation)
    {
        TableEntity[] rows = [.. document];
        document.Clear();
        if (rows.Length == 0 || rows[0].RowKey.StartsWith("item~", StringComparison.Ordinal) || rows[0].RowKey.StartsWith("more~", StringComparison.Ordinal))
            return rows.Length > 0 && look && inDocument(rows[0].Text()) != rows[0].Text() ? 1 : 0;
        int chunks = Math.Min(rows[0].GetInt32(Chunks) ?? 1, rows.Length);
        string text = string.Concat(rows.Take(chunks).Select(r => r.Text()));
        string other = text.Length == 0 ? text : inDocument(text);
        (string Column, string Value)[] columns =
        [
            .. rows[0].Where(p => p.Value is string && !IsPart(p.Key) && p.Key is not ("PartitionKey" or "RowKey" or "odata.etag"))
                .Select(p => (p.Key, Value: inColumn((string)p.Value)))
                .Where(c => !ReferenceEquals(c.Value, rows[0].GetString(c.Key))),
        ];
        if (ReferenceEquals(text, other) && columns.Length == 0 && chunks == rows.Length)
            return 0;
        if (look)
            return ReferenceEquals(text, other) && columns.Length == 0 ? 0 : 1;

        foreach ((string column, string value) in columns)
            rows[0][column] = value;
        string[] parts = [.. RowDocument.Rows(other)];
        List<TableTransactionAction> actions = [];
        foreach ((int n, TableEntity row) in rows.Index())
        {
            if (n > 0 && n >= parts.Length)
            {
                actions.Add(new(TableTransactionActionType.Delete, row, row.ETag));
                continue;
            }

            if (row.ContainsKey(Chunks))
                row[Chunks] = parts.Length;
            actions.Add(new(TableTransactionActionType.UpdateReplace, text.Length == 0 ? row : row.WithText(parts[n]), row.ETag));
        }

        // What was taken out can be shorter than the mark in its place.
        for (int n = rows.Length; n < parts.Length; n++)
            actions.Add(new(TableTransactionActionType.Add, new TableEntity(rows[0].PartitionKey, string.Create(CultureInfo.InvariantCulture, $"{Name(rows[0])}~{n:00}")) { [Chunks] = parts.Length }.WithText(parts[n])));
        // First: where it breaks off between, the words are still found, and both are done again.
        if (table.Table == storage.Answers && !ReferenceEquals(text, other))
            await FingerprintAsync(rows[0], other, cancellation);
        if (!await TrySubmitAsync(table, actions, other.Length, cancellation))
            return await EraseAsync(table, await AgainAsync(table, rows, cancellation), inDocument, inColumn, look, cancellation);
        return ReferenceEquals(text, other) && columns.Length == 0 ? 0 : 1;
    }

    private static bool IsPart(string column) => column.Length is 2 or 3 && column[0] == 'D' && char.IsAsciiDigit(column[1]);

    private static async Task<bool> TrySubmitAsync(CycleTable table, List<TableTransactionAction> actions, int chars, CancellationToken cancellation)
    {
        try
        {
            foreach (TableTransactionAction[] some in actions.Chunk(chars > CharsAtOnce ? 1 : TableRows.TransactionLimit))
                await table.Table.SubmitTransactionAsync(some, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.PreconditionFailed or TableRows.NotFound)
        {
            return false;
        }
    }

    private static async Task<List<TableEntity>> AgainAsync(CycleTable table, TableEntity[] rows, CancellationToken cancellation) => rows[0].ContainsKey(Chunks)
        ? await table.Table.ListAsync(TableRows.KeysFrom(rows[0].PartitionKey, Name(rows[0]) + "~"), cancellation)
        : await table.Table.FindAsync(rows[0].PartitionKey, rows[0].RowKey, cancellation) is { } row ? [row] : [];

    // It would tell whether a guess is what was written.
    private async Task FingerprintAsync(TableEntity row, string document, CancellationToken cancellation)
    {
        string[] partition = row.PartitionKey.Split('~');
        string[] key = row.RowKey.Split('~');
        if (partition.Length != 3 || key.Length != 3 || key[1][0] != 'r' || !int.TryParse(key[1].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int revision))
            return;
        InvitationRef reference = new(partition[0], partition[1], key[0]);
        while (await invitations.FindAsync(reference, cancellation) is { } invitation && invitation.Revision == revision)
        {
            string fingerprint = Fingerprint.Of(JsonSerializer.Deserialize<AnswerSheet>(document, RowDocument.Json)!);
            if (invitation.Fingerprint == fingerprint || await invitations.TrySetAsync(invitation, cancellation, (nameof(Invitation.Fingerprint), fingerprint)))
                return;
        }
    }
}
