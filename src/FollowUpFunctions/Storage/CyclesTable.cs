using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Table <c>Cycles</c>: partition = cycle id; rows <c>cycle</c>, <c>rec~…</c>, <c>who~…</c>, <c>group~…</c>, <c>item~…</c>, <c>round~…</c>,
/// <c>version~…</c>, <c>optout~…</c>; rounds, decisions, groups, open items, strategic plans and keys have classes of their own. Partition <c>~cycles</c> lists the cycles.
/// </summary>
public sealed class CyclesTable(AppStorage storage, TimeProvider clock)
{
    private const string Index = "~cycles";
    private const string CycleRow = "cycle";
    private const string FactsColumn = "Facts";
    private readonly FactsCache _cache = new();

    public RoundRows Rounds { get; } = new(storage.Cycles);

    private TableClient Table => storage.Cycles;

    /// <summary>
    /// Writes a new cycle. Its <c>cycle</c> row counts only when all other rows are written, so a cycle is there whole or not at all.
    /// </summary>
    /// <param name="key">What the cycle was asked for with, to know it again: a repeated call with it finds the cycle created.</param>
    /// <param name="carried">What an earlier cycle leaves to it, or null.</param>
    /// <returns>False when the id is in use.</returns>
    public async Task<bool> CreateAsync(CycleContents cycle, CancellationToken cancellation, string? key = null, CarriedOver? carried = null)
    {
        string id = cycle.Settings.Id;
        TableEntity claim = new(id, CycleRow) { ["Ready"] = false, ["CreatedAt"] = clock.GetUtcNow(), ["Key"] = key };
        try
        {
            await Table.AddEntityAsync(claim.With(cycle.Settings), cancellation);
        }
        catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
        {
            TableEntity there = await Table.GetEntityAsync<TableEntity>(id, CycleRow, cancellationToken: cancellation);
            if (there.GetBoolean("Ready") == true)
                return key is not null && there.GetString("Key") == key;
            // An archive of which the writing broke off: sent again it goes on. Its rows in other tables would be the new cycle's.
            if (there.GetString("Restoring") is not null)
                return false;
            List<TableEntity> left = await Table.ListAsync(TableRows.Partition(id), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
            await Table.WriteAllAsync(TableTransactionActionType.Delete, left.Where(r => r.RowKey != CycleRow), cancellation);
        }

        IEnumerable<TableEntity> rows =
        [
            .. cycle.Recommendations.Select(r => new TableEntity(id, $"rec~{r.Key}").With(r)),
            .. cycle.Stakeholders.Select(s => new TableEntity(id, $"who~{s.Id}").With(s)),
            .. carried?.Rows(id) ?? [],
        ];
        await Table.WriteAllAsync(TableTransactionActionType.UpsertReplace, rows, cancellation);
        await Table.UpsertEntityAsync(new TableEntity(Index, id), TableUpdateMode.Replace, cancellation);
        claim["Ready"] = true;
        await Table.UpsertEntityAsync(claim.With(cycle.Settings), TableUpdateMode.Replace, cancellation);
        return true;
    }

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableRows.Partition(Index), cancellation, nameof(TableEntity.RowKey))).Select(r => r.RowKey)];

    public async Task<CycleState?> FindAsync(string cycle, CancellationToken cancellation) =>
        Slug.IsSlug(cycle) && await Table.FindAsync(cycle, CycleRow, cancellation) is { } row && row.GetBoolean("Ready") == true
            ? new CycleState(
                row.Document<CycleSettings>(),
                row.GetString("Phase") is { } phase ? Enum.Parse<Phase>(phase) : null,
                row.GetDateTimeOffset("CreatedAt")!.Value,
                row.GetDateTimeOffset("EndedAt"),
                row.GetString(FactsColumn),
                row.GetDateTimeOffset("RestoredAt"))
            : null;

    /// <summary>The facts as they were within the last minute: form pages ask for them with every request.</summary>
    public async Task<CycleFacts?> FactsAsync(string cycle, CancellationToken cancellation) =>
        _cache.Find(cycle) ?? (await FindAsync(cycle, cancellation) is { } state ? await FactsAsync(state, cancellation) : null);

    /// <summary>The facts as they are now: what is decided from them is decided from the newest.</summary>
    /// <exception cref="InvalidOperationException">The cycle is not on record.</exception>
    public async Task<CycleFacts> CurrentFactsAsync(string cycle, CancellationToken cancellation) =>
        await FactsAsync(
            await FindAsync(cycle, cancellation) ?? throw new InvalidOperationException($"The cycle {cycle} is not on record."), cancellation);

    public async Task<CycleContents> ContentsAsync(string cycle, CancellationToken cancellation)
    {
        CycleFacts facts = await CurrentFactsAsync(cycle, cancellation);
        return new(
            facts.Settings,
            facts.Recommendations,
            facts.Stakeholders,
            await DocumentsAsync<WorkingGroup>(cycle, "group~", cancellation),
            await Table.ReadItemsAsync(cycle, cancellation));
    }

    /// <summary>Changes the settings; where others change them too, one after the other.</summary>
    public async Task<CycleSettings> ChangeSettingsAsync(string cycle, Func<CycleSettings, CycleSettings> change, CancellationToken cancellation)
    {
        CycleSettings? now = await Table.ChangeAsync(cycle, CycleRow, change, cancellation, column: NewFacts());
        _cache.Forget(cycle);
        return now ?? throw new InvalidOperationException($"The cycle {cycle} is not on record.");
    }

    /// <summary>Writes recommendations over those that are there; others stay.</summary>
    public Task WriteRecommendationsAsync(string cycle, IEnumerable<Recommendation> recommendations, CancellationToken cancellation) =>
        WriteFactsAsync(cycle, recommendations.Select(r => new TableEntity(cycle, $"rec~{r.Key}").With(r)), cancellation);

    /// <summary>Writes stakeholders over those that are there; others stay.</summary>
    public Task WriteStakeholdersAsync(string cycle, IEnumerable<Stakeholder> stakeholders, CancellationToken cancellation) =>
        WriteFactsAsync(cycle, stakeholders.Select(s => new TableEntity(cycle, $"who~{s.Id}").With(s)), cancellation);

    /// <summary>Changes recommendations by key, each under its ETag, again and again until nobody else changed it meanwhile.</summary>
    public Task ChangeRecommendationsAsync(
        string cycle, IReadOnlyDictionary<string, Func<Recommendation, Recommendation>> changes, CancellationToken cancellation) =>
        ChangeFactsAsync(cycle, () => Table.ChangeAllAsync(cycle, "rec~", changes, FactsChanged(cycle), cancellation));

    /// <summary>Changes stakeholders by id, each under its ETag, again and again until nobody else changed it meanwhile.</summary>
    public Task ChangeStakeholdersAsync(
        string cycle, IReadOnlyDictionary<string, Func<Stakeholder, Stakeholder>> changes, CancellationToken cancellation) =>
        ChangeFactsAsync(cycle, () => Table.ChangeAllAsync(cycle, "who~", changes, FactsChanged(cycle), cancellation));

    /// <summary>Changes one recommendation under its ETag, again and again until nobody else changed it meanwhile; one that is not there is left out.</summary>
    public Task ChangeRecommendationAsync(string cycle, string key, Func<Recommendation, Recommendation> change, CancellationToken cancellation) =>
        ChangeFactsAsync(cycle, () => Table.ChangeAsync(cycle, $"rec~{key}", change, cancellation, FactsChanged(cycle)));

    /// <summary>Says that settings, recommendations or stakeholders were changed by who writes rows as they are.</summary>
    public Task FactsHaveChangedAsync(string cycle, CancellationToken cancellation) =>
        ChangeFactsAsync(cycle, () => Table.SubmitTransactionAsync([FactsChanged(cycle)], cancellation));

    /// <summary>Notes that a phase has begun (null: the cycle is over); a repeated step changes nothing.</summary>
    public async Task EnterAsync(string cycle, Phase? phase, CancellationToken cancellation)
    {
        TableEntity row = new(cycle, CycleRow);
        if (phase is { } begun)
            row["Phase"] = begun.ToString();
        else
            row["EndedAt"] = clock.GetUtcNow();
        await Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Writes items over those that are there, without their sources: see <see cref="SourcesTable"/>.</summary>
    public Task WriteItemsAsync(string cycle, IEnumerable<PlanItem> items, CancellationToken cancellation) =>
        Table.WriteItemsAsync(cycle, items, cancellation);

    /// <summary>Changes the plan's items under their ETags: letters are answered while the phases go on.</summary>
    /// <param name="change">Is given the items as they are; what it makes twice must be the same as once.</param>
    /// <returns>The items as they are now.</returns>
    public Task<IReadOnlyList<PlanItem>> ChangeItemsAsync(
        string cycle, Func<IReadOnlyList<PlanItem>, IReadOnlyList<PlanItem>> change, CancellationToken cancellation) =>
        Table.ChangeItemsAsync(cycle, change, cancellation);

    /// <summary>The plan's items as they were drafted, without what they come from.</summary>
    public async Task<IReadOnlyList<PlanItem>> ItemsAsync(string cycle, CancellationToken cancellation) =>
        await Table.ReadItemsAsync(cycle, cancellation);

    /// <summary>The commitments of these keys (see <see cref="CommitmentKey"/>).</summary>
    public async Task<IReadOnlyList<Commitment>> CommitmentsAsync(string cycle, IReadOnlyList<string> keys, CancellationToken cancellation) =>
        [.. (await Table.ReadItemsAsync(cycle, cancellation)).SelectMany(i => i.Commitments).Where(c => keys.Contains(c.Key))];

    /// <summary>The version that a step publishes: given out once, so that a repeated step publishes the same.</summary>
    public async Task<PlanVersion> VersionForAsync(string cycle, string step, CancellationToken cancellation)
    {
        while (true)
        {
            List<PlanVersion> versions = await VersionsAsync(cycle, cancellation);
            if (versions.Find(v => v.Step == step) is { } there)
                return there;
            PlanVersion next = new(versions.Count + 1, step, clock.GetUtcNow());
            try
            {
                await Table.AddEntityAsync(new TableEntity(cycle, $"version~{next.Number:0000}").With(next), cancellation);
                return next;
            }
            catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
            {
            }
        }
    }

    public Task<List<PlanVersion>> VersionsAsync(string cycle, CancellationToken cancellation) =>
        DocumentsAsync<PlanVersion>(cycle, "version~", cancellation);

    public Task OptOutAsync(string cycle, string who, CancellationToken cancellation) =>
        Table.UpsertEntityAsync(OptOutRow(cycle, who, clock.GetUtcNow()), TableUpdateMode.Replace, cancellation);

    /// <summary>Lets somebody have mail again in rounds that open from now on; one who never opted out stays as they are.</summary>
    public Task LiftOptOutAsync(string cycle, string who, CancellationToken cancellation) =>
        Table.DeleteEntityAsync(cycle, $"optout~{who}", ETag.All, cancellation);

    /// <summary>Ids of those who asked for no more mail.</summary>
    public async Task<IReadOnlySet<string>> OptedOutAsync(string cycle, CancellationToken cancellation) =>
        (await OptedOutSinceAsync(cycle, cancellation)).Keys.ToHashSet();

    /// <summary>When they did, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> OptedOutSinceAsync(string cycle, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.KeysFrom(cycle, "optout~"), cancellation)).ToDictionary(
            r => r.RowKey["optout~".Length..], r => r.GetDateTimeOffset("At")!.Value);

    internal static TableEntity OptOutRow(string cycle, string who, DateTimeOffset at) => new(cycle, $"optout~{who}") { ["At"] = at };

    private async Task<CycleFacts> FactsAsync(CycleState state, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        if (_cache.Find(cycle, state.Facts) is { } kept)
            return kept;
        List<Recommendation> recommendations = await DocumentsAsync<Recommendation>(cycle, "rec~", cancellation);
        recommendations.Sort(Recommendation.InDocumentOrder);
        CycleFacts facts = new(state.Settings, recommendations, await DocumentsAsync<Stakeholder>(cycle, "who~", cancellation));
        _cache.Keep(cycle, state.Facts, facts);
        return facts;
    }

    // The rows first: who reads between the two reads some of them a moment early, and all of them the next time.
    private Task WriteFactsAsync(string cycle, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        ChangeFactsAsync(cycle, async () =>
        {
            await Table.WriteAllAsync(TableTransactionActionType.UpsertReplace, rows, cancellation);
            await Table.SubmitTransactionAsync([FactsChanged(cycle)], cancellation);
        });

    private async Task ChangeFactsAsync(string cycle, Func<Task> change)
    {
        await change();
        _cache.Forget(cycle);
    }

    private TableTransactionAction FactsChanged(string cycle) =>
        new(TableTransactionActionType.UpdateMerge, new TableEntity(cycle, CycleRow).With(NewFacts()), ETag.All);

    private (string Column, object Value) NewFacts() => (FactsColumn, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));

    private async Task<List<T>> DocumentsAsync<T>(string cycle, string prefix, CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableRows.KeysFrom(cycle, prefix), cancellation)).Select(r => r.Document<T>())];
}
