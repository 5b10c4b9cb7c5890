using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Writing down what somebody answered on paper, in a meeting or by telephone; it is taken as the API takes it.</summary>
public sealed class RecordEndpoints(DeskDoor door, CyclesTable cycles, Recording recording, RecordPages pages, PageResults results)
{
    private const string Route = "desk/cycles/{cycle}/rounds/{round}/record/{who}";

    [Function(nameof(ShowRecord))]
    public Task<IResult> ShowRecord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cycle, string round, string who, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
            await OpenAsync(visit, state, round, who, cancellation) is ({ } _, { } record)
                ? await results.PageAsync(RecordPages.Page(record, [.. request.Query[RecordModel.AboutField].OfType<string>()]))
                : await UnknownAsync(visit, cycle), cancellation);

    [Function(nameof(RecordAtDesk))]
    public Task<IResult> RecordAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cycle, string round, string who, CancellationToken cancellation) =>
        door.TakeAsync(request, cycle, async (visit, state, posted) =>
        {
            if (await OpenAsync(visit, state, round, who, cancellation) is not ({ } onRecord, { } record))
                return await UnknownAsync(visit, cycle);
            if (state.IsOver)
                return await results.PageAsync(RecordPages.Over(record, posted), StatusCodes.Status409Conflict);
            RecordingRequest asked = RecordPages.Request(record, posted);
            RecordingAnswer answer = await recording.TakeAsync(cycle, onRecord, record.Visit.Kind, asked, cancellation);
            return answer is { Invitation: not null, Standing: false }
                ? PageResults.SeeOther($"{visit.Address(cycle, $"rounds/{round}")}?done=recorded")
                : await results.PageAsync(RecordPages.Again(record, posted, answer), answer.Standing ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
        }, cancellation);

    private async Task<(Round?, RecordVisit?)> OpenAsync(DeskVisit visit, CycleState state, string round, string who, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        return RecordedRounds.Find(round) is { } kind && await cycles.Rounds.FindAsync(new(cycle, round), cancellation) is { OpenedAt: not null } onRecord
            && await pages.VisitAsync(visit.Frame(state, DeskSections.Rounds), cycle, onRecord, kind, who, cancellation) is { } record
            ? (onRecord, record)
            : (null, null);
    }

    private Task<IResult> UnknownAsync(DeskVisit visit, string cycle) =>
        results.MissingAsync(visit, visit.Address(cycle, "rounds"));
}
