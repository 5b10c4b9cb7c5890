using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>The list of what can be downloaded.</summary>
public sealed class ExportEndpoints(DeskDoor door, ExportLists exports, PageResults results)
{
    [Function(nameof(ShowExports))]
    public Task<IResult> ShowExports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/exports")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                DeskFrame frame = visit.Frame(state, DeskSections.Exports);
                return await results.PageAsync(new ExportsModel(frame, await exports.ReadAsync(state, frame, cancellation)));
            },
            cancellation);
}
