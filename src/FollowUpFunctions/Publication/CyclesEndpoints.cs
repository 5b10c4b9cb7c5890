using FollowUp.Pages;
using FollowUp.Pages.Site;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>The way in for the public: every cycle that has published a plan.</summary>
public sealed class CyclesEndpoints(CyclesTable cycles, PlanFiles files, PublicAddresses addresses, PageResults results, TimeProvider clock)
{
    // Anybody may ask, so the tables are not read for each.
    private static readonly TimeSpan _freshness = TimeSpan.FromMinutes(1);
    private (DateTimeOffset Until, IReadOnlyList<PublicCycle> Cycles) _read;

    [Function(nameof(ListPublicCycles))]
    public async Task<IResult> ListPublicCycles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plans")] HttpRequest request, CancellationToken cancellation)
    {
        string asked = request.Query["lang"].ToString();
        DateTimeOffset now = clock.GetUtcNow();
        if (_read.Until <= now)
            _read = (now + _freshness, await ReadAsync(cancellation));
        return await results.PageAsync(new CyclesModel(Wording.Languages.Contains(asked) ? asked : Wording.Languages[0], _read.Cycles));
    }

    private async Task<IReadOnlyList<PublicCycle>> ReadAsync(CancellationToken cancellation)
    {
        List<PublicCycle> all = [];
        foreach (string id in await cycles.ListAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is { } state && await files.LatestAsync(id, cancellation) is { } newest)
            {
                all.Add(new(
                    state.Settings.Title, state.Settings.Country, state.Settings.Symbol, addresses.Plan(id), newest.Version, newest.PublishedAt, state.Settings.TimeZone,
                    state.EndedAt is not null || state.Settings.Cancelled is not null));
            }
        }

        return [.. all.OrderByDescending(c => c.PublishedAt)];
    }
}
