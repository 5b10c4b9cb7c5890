using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Reiterations;
using FollowUp.Domain.StrategicPlans;
using FollowUp.Pages.Plan;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Storage;
using FollowUpFunctions.StrategicPlans;

namespace FollowUpFunctions.Publication;

/// <summary>What coordinators have accepted of strategic plans, and confirmed of the cycle before: only that is published.</summary>
public sealed class LinksForThePlan(StrategicPlansTable plans, OpenItemsTable openItems, DecisionsTable decisions, PlanFiles files)
{
    public async Task<PlanLinks> ReadAsync(CycleSettings settings, CancellationToken cancellation)
    {
        IReadOnlyList<StrategicPlan> uploaded = await plans.ListAsync(settings.Id, cancellation);
        if (uploaded.Count == 0 && settings.PreviousCycle is null)
            return PlanLinks.None;
        IReadOnlyList<DecisionOnRecord> decided = await decisions.ListAsync(settings.Id, cancellation);
        return new(
            [.. uploaded.SelectMany(plan => PlanOverlap.AcceptedIn(plan, decided.MatchesOf(plan.Slug)))],
            settings.PreviousCycle is { } previous ? await EarlierAsync(settings.Id, previous, decided, cancellation) : []);
    }

    // To the version that is the newest now: it is never taken away, and has the recommendation in it.
    private async Task<IReadOnlyList<(ConfirmedReiteration, string?)>> EarlierAsync(
        string cycle, string previous, IReadOnlyList<DecisionOnRecord> decided, CancellationToken cancellation)
    {
        IReadOnlyList<ConfirmedReiteration> confirmed = ReiterationStates.ConfirmedIn(await openItems.ListAsync(cycle, cancellation), decided.Reiterations());
        if (confirmed.Count == 0)
            return [];
        LatestVersion? latest = await files.LatestAsync(previous, cancellation);
        return
        [
            .. confirmed.Select(c => (c, latest is null
                ? null
                : $"../../{PlanVersionFiles.Folder(previous, latest.Version)}/index.html#{PlanPageModel.Anchor(c.Earlier.Key)}")),
        ];
    }
}
