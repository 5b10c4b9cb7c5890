using Azure.Data.Tables;
using FollowUp.Domain.Ballots;

namespace FollowUpFunctions.Storage;

/// <summary>Rows <c>ranking~{group}</c> of table <c>Cycles</c>: in which order each sub-group puts its recommendations.</summary>
public sealed class RankingsTable(AppStorage storage)
{
    private const string Prefix = "ranking~";

    public Task WriteAsync(string cycle, IEnumerable<GroupRanking> rankings, CancellationToken cancellation) => storage.Cycles.WriteAllAsync(
        TableTransactionActionType.UpsertReplace, rankings.Select(r => new TableEntity(cycle, Prefix + r.Group).With(r)), cancellation);

    public async Task<IReadOnlyList<GroupRanking>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await storage.Cycles.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation)).Select(r => r.Document<GroupRanking>())];
}
