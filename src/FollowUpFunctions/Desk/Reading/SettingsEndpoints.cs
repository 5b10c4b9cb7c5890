using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>A cycle's settings at the desk, and having it go on where its orchestration is gone.</summary>
public sealed class SettingsEndpoints(DeskDoor door, CyclesTable cycles, CycleEndpoints api, PageResults results)
{
    private const string Restart = "restart";

    [Function(nameof(ShowSettings))]
    public Task<IResult> ShowSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/settings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle,
        CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
                bool isOver = state.IsOver;
                DeskFrame frame = visit.Frame(state, DeskSections.Settings);
                return await results.PageAsync(new SettingsModel(
                    frame,
                    SettingGroups.Of(Wording.For(visit.Language), state.Settings, isOver ? new() : Links(frame), who => facts.ContactOf(who)?.Organisation ?? who),
                    isOver || await durable.IsCycleRunningAsync(cycle, cancellation) ? null : frame.Page(Restart)));
            },
            cancellation);

    /// <summary>The same as <c>POST /cycles/{cycle}/restart</c>; one that runs already is what was wanted.</summary>
    [Function(nameof(RestartFromDesk))]
    public Task<IResult> RestartFromDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/" + Restart)] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle,
        CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, posted) =>
            {
                if (posted.Button != Restart)
                    return PageResults.SeeOther(visit.Address(cycle, DeskSections.Settings));
                IResult answer = await api.RestartCycle(request, durable, cycle, cancellation);
                return PageResults.SeeOther(visit.Address(cycle, $"{DeskSections.Settings}?done={((answer as IStatusCodeHttpResult)?.StatusCode < 400 ? "restarted" : "not-restarted")}"));
            },
            cancellation);

    private static Dictionary<string, IReadOnlyList<DeskLink>> Links(DeskFrame frame) => new()
    {
        ["people"] = [new(DeskSections.People, frame.Page(DeskSections.People)), new("correct-address", frame.Decide("correct-address", DeskSections.Settings))],
        ["calendar"] = [new(DeskSections.Calendar, frame.Page(DeskSections.Calendar))],
        ["groups"] = [new(DeskSections.Groups, frame.Page(DeskSections.Groups))],
        ["letters"] = [new("set-letters", frame.Decide("set-letters", DeskSections.Settings))],
    };
}
