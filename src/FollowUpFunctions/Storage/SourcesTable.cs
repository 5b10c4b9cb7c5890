using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Rows <c>from~{recommendation}~{chunk}</c> of table <c>Cycles</c>: the answers that a drafted item comes from. They stand beside the items, which are
/// read at every step: ten thousand answers to one recommendation would not fit into its row.
/// </summary>
public sealed class SourcesTable(AppStorage storage)
{
    private const string Prefix = "from~";

    private TableClient Table => storage.Cycles;

    /// <summary>Writes the sources of a draft's item; doing so twice changes nothing.</summary>
    public async Task WriteAsync(string cycle, PlanItem item, CancellationToken cancellation)
    {
        ItemSources sources = new(
            item.Actions.ToDictionary(a => a.Id, a => Packed(a.Sources)),
            Packed(item.Responsibility.Proposals));
        string json = JsonSerializer.Serialize(sources, RowDocument.Json);
        string[] chunks = [.. RowDocument.Rows(json)];
        // One after the other: a transaction takes four megabytes, and a row may have nearly one.
        foreach ((int n, string chunk) in chunks.Index())
        {
            TableEntity row = new(cycle, $"{Prefix}{item.Recommendation}~{n:00}") { ["Chunks"] = chunks.Length };
            await Table.UpsertEntityAsync(row.WithText(chunk), TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>The items with the answers that they come from.</summary>
    public async Task<IReadOnlyList<PlanItem>> WithSourcesAsync(string cycle, IReadOnlyList<PlanItem> items, CancellationToken cancellation)
    {
        List<PlanItem> all = new(items.Count);
        foreach (PlanItem[] some in items.Chunk(8))
            all.AddRange(await Task.WhenAll(some.Select(item => WithSourcesAsync(cycle, item, cancellation))));
        return all;
    }

    /// <summary>The item as its row has it: its sources have rows of their own.</summary>
    public static PlanItem WithoutSources(PlanItem item) => item with
    {
        Actions = [.. item.Actions.Select(a => a.Sources.Count == 0 ? a : a with { Sources = [] })],
        Responsibility = item.Responsibility.Proposals.Count == 0 ? item.Responsibility : item.Responsibility with { Proposals = [] },
    };

    private async Task<PlanItem> WithSourcesAsync(string cycle, PlanItem item, CancellationToken cancellation)
    {
        if (item.Actions.Count == 0 && item.Responsibility.Organisation is null)
            return item;
        List<TableEntity> rows = await Table.ListAsync(TableRows.KeysFrom(cycle, $"{Prefix}{item.Recommendation}~"), cancellation);
        if (rows.Count == 0)
            return item;
        int chunks = rows[0].GetInt32("Chunks") ?? 1;
        ItemSources sources = JsonSerializer.Deserialize<ItemSources>(string.Concat(rows.Take(chunks).Select(r => r.Text())), RowDocument.Json)!;
        return item with
        {
            Actions = [.. item.Actions.Select(a => a with { Sources = Unpacked(sources.Actions.GetValueOrDefault(a.Id) ?? [], item.Recommendation) })],
            Responsibility = item.Responsibility with { Proposals = Unpacked(sources.Lead, item.Recommendation) },
        };
    }

    // By round and category, the rest of the answer's id without the recommendation, and after a bar the organisation that may be quoted.
    private static Dictionary<string, IReadOnlyList<string>> Packed(IReadOnlyList<AnswerSource> sources) => sources
        .GroupBy(s => $"{s.Answer[..s.Answer.IndexOf('~', StringComparison.Ordinal)]}/{s.Category}")
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(Packed)]);

    private static string Packed(AnswerSource source)
    {
        string answer = source.Answer[(source.Answer.IndexOf('~', StringComparison.Ordinal) + 1)..source.Answer.LastIndexOf('@')];
        return source.Quoted is null ? answer : $"{answer}|{source.Quoted}";
    }

    private static IReadOnlyList<AnswerSource> Unpacked(IReadOnlyDictionary<string, IReadOnlyList<string>> packed, string recommendation) =>
    [
        .. packed.SelectMany(group =>
            {
                string[] key = group.Key.Split('/');
                StakeholderCategory category = Enum.Parse<StakeholderCategory>(key[1]);
                return group.Value.Select(one => one.Split('|', 2))
                    .Select(one => new AnswerSource($"{key[0]}~{one[0]}@{recommendation}", category) { Quoted = one.ElementAtOrDefault(1) });
            })
            .OrderBy(s => s.Answer, StringComparer.Ordinal),
    ];

    private sealed record ItemSources(
        IReadOnlyDictionary<string, Dictionary<string, IReadOnlyList<string>>> Actions, Dictionary<string, IReadOnlyList<string>> Lead);
}
