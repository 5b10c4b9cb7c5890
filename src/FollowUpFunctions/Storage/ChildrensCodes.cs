using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Partition <c>~codes</c> of table <c>Voices</c>: which group a code is of. Row <c>g~{hash}</c> for the code by which a group's children come in,
/// <c>w~{four digits}~…</c> for the digits that the codes for taking back begin with. Neither is a code.
/// </summary>
public sealed class ChildrensCodes(AppStorage storage)
{
    private const string Partition = "~codes";

    private TableClient Table => storage.Voices;

    /// <param name="generation">Of the adult's invitation: a code of an earlier one opens nothing.</param>
    public async Task WriteAsync(GroupRef group, string hash, string withdrawalDigits, int generation, CancellationToken cancellation)
    {
        TableEntity Row(string key) => new TableEntity(Partition, key) { ["Generation"] = generation }.With(group);
        await Table.UpsertEntityAsync(Row($"g~{hash}"), TableUpdateMode.Replace, cancellation);
        await Table.UpsertEntityAsync(Row($"w~{withdrawalDigits}~{group.Cycle}~{group.Invitation}"), TableUpdateMode.Replace, cancellation);
    }

    public async Task<(GroupRef Group, int Generation)?> FindAsync(string hash, CancellationToken cancellation) =>
        await Table.FindAsync(Partition, $"g~{hash}", cancellation) is { } row ? (row.Document<GroupRef>(), row.GetInt32("Generation") ?? 1) : null;

    /// <summary>The groups whose codes for taking back begin with four digits: one as a rule.</summary>
    public async Task<IReadOnlyList<GroupRef>> WithdrawalAsync(string digits, CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableRows.KeysFrom(Partition, $"w~{digits}~"), cancellation)).Select(r => r.Document<GroupRef>())];
}
