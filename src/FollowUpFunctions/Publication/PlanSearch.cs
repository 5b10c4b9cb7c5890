using System.Collections.Concurrent;
using FollowUp.Domain.Publication;
using FollowUp.Pages;

namespace FollowUpFunctions.Publication;

/// <summary>Published plans made ready to be searched, kept for a minute: what is found is never older than what the pages' caches show.</summary>
public sealed class PlanSearch(PlanFiles files, PlanVersionFiles versions, TimeProvider clock)
{
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, PlanFinder Finder)> _plans = new();

    /// <returns>Null where the cycle is not known or has published nothing.</returns>
    public async Task<PlanFinder?> FindAsync(string cycle, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_plans.TryGetValue(cycle, out (DateTimeOffset Until, PlanFinder Finder) there) && there.Until > now && there.Until <= now + _kept)
            return there.Finder;
        if (await files.LatestAsync(cycle, cancellation) is not { } latest)
            return null;
        if (there.Finder?.Plan.Version != latest.Version)
        {
            if (await versions.FindAsync(cycle, latest.Version, cancellation) is not { } plan)
                return null;
            there.Finder = new(plan, Names);
        }

        _plans[cycle] = (now + _kept, there.Finder);
        return there.Finder;
    }

    private static string Names(int cluster) => string.Join('\n', Wording.Languages.Select(l => Wording.For(l)[$"cluster.{cluster}"]));
}
