using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Http;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Kept = FollowUp.Domain.Cycles.Retention;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>A cycle's calendar at the desk.</summary>
public sealed class CalendarEndpoints(DeskDoor door, CyclesTable cycles, PlanComposer plans, PageResults results, TimeProvider clock)
{
    [Function(nameof(ShowCalendar))]
    public Task<IResult> ShowCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/calendar")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                DeskFrame frame = visit.Frame(state, DeskSections.Calendar);
                List<Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
                // Only with what was decided is it known when deadlines are asked about.
                CycleContents contents = state is { Phase: Phase.Progress, EndedAt: null } ? await plans.CurrentAsync(cycle, cancellation) : await cycles.ContentsAsync(cycle, cancellation);
                return await results.PageAsync(new CalendarModel(
                    frame,
                    new CalendarLines(state, frame, clock.GetUtcNow()).Of(rounds, contents),
                    [.. (state.Settings.Retention ?? Kept.Usual).All().Select(k => new RetentionLine(k.Kind, (int)k.After.TotalDays, state.EndedAt + k.After))])
                {
                    Links = !state.IsOver ? [new("cancel-cycle", frame.Decide("cancel-cycle", DeskSections.Calendar))] : [],
                });
            },
            cancellation);
}
