using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Groups;

namespace FollowUpFunctions.Storage;

/// <summary>The groups of one meeting as they are, and which decisions have made them so.</summary>
/// <param name="Applied">Ids of the decisions that were taken in: each is taken in once, whatever comes after it.</param>
public sealed record Grouping(IReadOnlyList<WorkingGroup> Groups, IReadOnlyList<string> Applied);

/// <summary>
/// Changes the rows <c>group~…</c> of one meeting in table <c>Cycles</c> under the ETag of one more, <c>grouping~commitments</c> or
/// <c>grouping~monitoring-plan</c>, so that of two changes at once the later sees what the earlier did.
/// </summary>
public sealed class GroupsTable(AppStorage storage)
{
    private TableClient Table => storage.Cycles;

    /// <summary>Changes the groups again and again until nobody else changed them meanwhile.</summary>
    /// <param name="meeting">The round whose answers the groups make.</param>
    /// <param name="change">Is given the groups as they are; the same object back means that nothing changes.</param>
    public async Task ChangeAsync(string cycle, string meeting, Func<Grouping, Task<Grouping>> change, CancellationToken cancellation)
    {
        string key = $"grouping~{meeting}";
        while (true)
        {
            TableEntity? marker = await Table.FindAsync(cycle, key, cancellation);
            List<WorkingGroup> groups = [.. (await Table.ListAsync(TableRows.KeysFrom(cycle, "group~"), cancellation))
                .Select(r => r.Document<WorkingGroup>())
                .Where(g => g.Meeting == meeting)
                .OrderBy(g => g.Number)];
            Grouping before = new(groups, marker?.Document<IReadOnlyList<string>>() ?? []);
            Grouping after = await change(before);
            if (ReferenceEquals(before, after) || await TryWriteAsync(new(cycle, key), marker, before, after, cancellation))
                return;
        }
    }

    // What fits goes with the marker in one transaction. Of a hundred groups and more the rest goes before it: where the process dies between, the
    // decision is not marked as taken in, and is taken in anew.
    private async Task<bool> TryWriteAsync(TableEntity row, TableEntity? marker, Grouping before, Grouping after, CancellationToken cancellation)
    {
        string cycle = row.PartitionKey;
        row.With(after.Applied);
        TableTransactionAction mark = marker is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, marker.ETag);
        HashSet<string> kept = [.. after.Groups.Select(g => g.Id)];
        TableTransactionAction[] changes =
        [
            .. after.Groups.Except(before.Groups).Select(g => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(cycle, $"group~{g.Id}").With(g))),
            .. before.Groups.Where(g => !kept.Contains(g.Id)).Select(g => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(cycle, $"group~{g.Id}"), ETag.All)),
        ];
        try
        {
            int overflow = Math.Max(0, changes.Length - (TableRows.TransactionLimit - 1));
            foreach (TableTransactionAction[] some in changes.Take(overflow).Chunk(TableRows.TransactionLimit))
                await Table.SubmitTransactionAsync(some, cancellation);
            await Table.SubmitTransactionAsync(changes.Skip(overflow).Append(mark), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.PreconditionFailed or TableRows.Conflict or TableRows.NotFound)
        {
            return false;
        }
    }
}
