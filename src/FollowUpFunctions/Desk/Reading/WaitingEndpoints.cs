using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>The first page of a cycle at the desk.</summary>
public sealed class WaitingEndpoints(DeskDoor door, CycleStatus status, WaitingTasks tasks, PublishedPages published, PageResults results, TimeProvider clock)
{
    [Function(nameof(ShowWaiting))]
    public Task<IResult> ShowWaiting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle,
        CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                // Of rounds that are over nobody is waited for.
                CycleStanding view = await status.LookAsync(state, r => r.IsOpen, cancellation);
                bool runs = state.EndedAt is not null || await durable.IsCycleRunningAsync(cycle, cancellation);
                CycleReport report = view.Report;
                return await results.PageAsync(new WaitingModel(
                    visit.Frame(state, DeskSections.Waiting),
                    state.Phase,
                    await tasks.ReadAsync(state, view, runs, page => visit.Address(cycle, page), cancellation),
                    [.. report.Rounds.Select(r => Open(r, report.Waiting, visit.Address(cycle, $"rounds/{r.Id}")))],
                    NextSteps.First(report, clock.GetUtcNow()),
                    await published.ReadAsync(state.Settings, report.Plan is not null, visit.Language, cancellation))
                {
                    Ended = state.EndedAt,
                    Cancelled = state.Settings.Cancelled?.At,
                    Plan = report.Plan is { } plan ? (plan.Version, plan.PublishedAt) : null,
                });
            },
            cancellation);

    private static OpenRound Open(RoundReport round, IReadOnlyList<Waiting> waiting, string address) => new(
        round.Id,
        round.Closes,
        round.Invited,
        round.Answered,
        round.Unsent,
        [.. waiting.Where(w => w.What == round.Id).OrderBy(w => w.For, StringComparer.Ordinal).Select(w => (w.For, w.Count))],
        address);
}
