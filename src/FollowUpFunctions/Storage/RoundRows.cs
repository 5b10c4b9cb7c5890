using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>The rounds of the cycles: rows <c>round~…</c> of the table <c>Cycles</c>.</summary>
public sealed class RoundRows(TableClient table)
{
    private readonly RoundCache _kept = new();

    public async Task<List<Round>> ListAsync(string cycle, CancellationToken cancellation) =>
        [.. (await table.ListAsync(TableRows.KeysFrom(cycle, "round~"), cancellation)).Select(r => r.Document<Round>())];

    public async Task<Round?> FindAsync(RoundRef round, CancellationToken cancellation) =>
        (await table.FindAsync(round.Cycle, RoundRow(round), cancellation))?.Document<Round>();

    /// <summary>The round as it was within the last minute: form pages ask for it with every request.</summary>
    public Task<Round?> KeptAsync(RoundRef round, CancellationToken cancellation) =>
        _kept.FindAsync(round, () => FindAsync(round, cancellation));

    /// <summary>Adds a round unless it is there; gives the one on record.</summary>
    public async Task<Round> AddAsync(string cycle, Round round, CancellationToken cancellation)
    {
        RoundRef reference = new(cycle, round.Id);
        try
        {
            await table.AddEntityAsync(new TableEntity(cycle, RoundRow(reference)).With(round), cancellation);
            return round;
        }
        catch (RequestFailedException e) when (e.Status == TableRows.Conflict)
        {
            return (await FindAsync(reference, cancellation))!;
        }
    }

    /// <summary>Changes a round under its ETag, again and again until nobody else changed it meanwhile.</summary>
    /// <returns>The round as it is now, or null when there is none.</returns>
    public async Task<Round?> ChangeAsync(RoundRef round, Func<Round, Round> change, CancellationToken cancellation)
    {
        Round? changed = await table.ChangeAsync(round.Cycle, RoundRow(round), change, cancellation);
        _kept.Forget(round);
        return changed;
    }

    private static string RoundRow(RoundRef round) => $"round~{round.Round}";
}
