using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>Changes of rows that others may change too: each under its ETag, again and again until nobody came between.</summary>
public static class RowChanges
{
    /// <param name="change">Is given the document as it is; one that is the same back means that nothing is written.</param>
    /// <param name="alongside">What is written in the same transaction, or null.</param>
    /// <param name="column">A column of the row that is set beside its document, or null.</param>
    /// <returns>The document as it is now, or null when there is no such row.</returns>
    public static async Task<T?> ChangeAsync<T>(
        this TableClient table,
        string partition,
        string key,
        Func<T, T> change,
        CancellationToken cancellation,
        TableTransactionAction? alongside = null,
        (string Column, object Value)? column = null)
        where T : class
    {
        while (true)
        {
            if (await table.FindAsync(partition, key, cancellation) is not { } row)
                return null;
            T before = row.Document<T>();
            T after = change(before);
            if (after.Equals(before))
                return before;
            if (await table.TrySubmitAsync([Replacing(column is { } beside ? row.With(beside) : row, after)], alongside, cancellation))
                return after;
        }
    }

    /// <summary>Changes documents by key; those that are not there are left out.</summary>
    /// <param name="prefix">Of the rows' keys.</param>
    public static async Task ChangeAllAsync<T>(
        this TableClient table,
        string partition,
        string prefix,
        IReadOnlyDictionary<string, Func<T, T>> changes,
        TableTransactionAction alongside,
        CancellationToken cancellation)
        where T : class
    {
        HashSet<string> left = [.. changes.Keys.Select(key => prefix + key)];
        while (left.Count > 0)
        {
            List<TableEntity> rows = [.. (await table.ListAsync(TableRows.KeysFrom(partition, prefix), cancellation)).Where(r => left.Contains(r.RowKey))];
            left.IntersectWith(rows.Select(r => r.RowKey));
            foreach (TableEntity[] chunk in rows.Chunk(TableRows.TransactionLimit - 1))
            {
                TableTransactionAction[] replacing = [.. chunk.Select(row => Replacing(row, changes[row.RowKey[prefix.Length..]](row.Document<T>())))];
                if (await table.TrySubmitAsync(replacing, alongside, cancellation))
                    left.ExceptWith(chunk.Select(r => r.RowKey));
            }
        }
    }

    /// <summary>Puts a row where none is, or over one that is older than anybody would still be at work on it.</summary>
    /// <param name="since">Column that says when it was put there.</param>
    /// <returns>False when somebody else has it.</returns>
    public static async Task<bool> TryClaimAsync(
        this TableClient table, TableEntity claim, string since, TimeSpan patience, DateTimeOffset now, CancellationToken cancellation)
    {
        claim[since] = now;
        try
        {
            if (await table.FindAsync(claim.PartitionKey, claim.RowKey, cancellation) is not { } there)
                await table.AddEntityAsync(claim, cancellation);
            else if (now - there.GetDateTimeOffset(since) >= patience)
                await table.UpdateEntityAsync(claim, there.ETag, TableUpdateMode.Replace, cancellation);
            else
                return false;
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
            return false;
        }
    }

    private static TableTransactionAction Replacing<T>(TableEntity row, T document) =>
        new(TableTransactionActionType.UpdateReplace, row.With(document), row.ETag);

    /// <returns>False when a row has been changed, or added by somebody else, meanwhile.</returns>
    public static async Task<bool> TrySubmitAsync(
        this TableClient table, IReadOnlyList<TableTransactionAction> actions, TableTransactionAction? alongside, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(alongside is null ? actions : [.. actions, alongside], cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.Conflict or TableRows.PreconditionFailed)
        {
            return false;
        }
    }
}
