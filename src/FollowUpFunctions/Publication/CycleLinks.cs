using FollowUp.Domain.Cycles;
using FollowUp.Pages.Plan;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>Which cycle goes on from which, for the public; one that has no public page yet is not led to.</summary>
public sealed class CycleLinks(CyclesTable cycles, PlanFiles files)
{
    public async Task<CycleLink?> PreviousAsync(CycleSettings settings, CancellationToken cancellation) =>
        settings.PreviousCycle is { } previous && await cycles.FindAsync(previous, cancellation) is { } before
            ? await LinkAsync(before.Settings, cancellation)
            : null;

    public async Task<IReadOnlyList<CycleLink>> NextAsync(string cycle, CancellationToken cancellation)
    {
        List<CycleLink> next = [];
        foreach (string id in await cycles.ListAsync(cancellation))
        {
            if (id != cycle
                && await cycles.FindAsync(id, cancellation) is { } state
                && state.Settings.PreviousCycle == cycle
                && await LinkAsync(state.Settings, cancellation) is { } link)
            {
                next.Add(link);
            }
        }

        return next;
    }

    private async Task<CycleLink?> LinkAsync(CycleSettings settings, CancellationToken cancellation) =>
        await files.ExistsAsync($"{settings.Id}/index.html", cancellation) ? new(settings.Title, $"../{settings.Id}/index.html") : null;
}
