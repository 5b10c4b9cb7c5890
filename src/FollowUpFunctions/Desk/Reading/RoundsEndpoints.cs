using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>The rounds of a cycle at the desk, and each by itself.</summary>
public sealed class RoundsEndpoints(DeskDoor door, CyclesTable cycles, InvitationsTable invitations, CycleStatus status, PageResults results)
{
    [Function(nameof(ShowRounds))]
    public Task<IResult> ShowRounds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/rounds")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                // What is over is counted on its own page: a list must not cost what all answers of a cycle do.
                CycleStanding view = await status.LookAsync(state, r => r.IsOpen, cancellation);
                Dictionary<string, RoundReport> counted = view.Report.Rounds.ToDictionary(r => r.Id);
                return await results.PageAsync(new RoundsModel(
                    visit.Frame(state, DeskSections.Rounds),
                    [.. view.Rounds.Where(r => r.OpenedAt is not null).Reverse().Select(r => Line(r, counted.GetValueOrDefault(r.Id), visit.Address(cycle, $"rounds/{r.Id}")))],
                    [.. view.Report.Planned.Where(p => !NextSteps.IsPassed(p, view.Rounds.Select(r => r.Window.Opens))).Select(p => new RoundToCome(p.Id, p.Opens, p.Closes))]));
            },
            cancellation);

    [Function(nameof(ShowRound))]
    public Task<IResult> ShowRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/rounds/{round}")] HttpRequest request,
        string cycle, string round, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                if (RoundKinds.Find(round) is null || await cycles.Rounds.FindAsync(new(cycle, round), cancellation) is not { OpenedAt: not null } onRecord)
                    return await results.MissingAsync(visit, visit.Address(cycle, DeskSections.Rounds));
                List<Invitation> all = await invitations.CountedAsync(new(cycle, round), onRecord.Pages, cancellation);
                CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
                return await results.PageAsync(new RoundInvitations(state, facts, onRecord, all, visit.Frame(state, DeskSections.Rounds)).Page(request.Query["show"], request.Query["page"]));
            },
            cancellation);

    internal static RoundLine Line(Round r, RoundReport? counted, string address) =>
        new(r.Id, r.Window.Opens, r.Window.Closes, r.ClosedAt, r.ClosedBy, counted?.Invited ?? r.Invited, counted?.Answered, address);
}
