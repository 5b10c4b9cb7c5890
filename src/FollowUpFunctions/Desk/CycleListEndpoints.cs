using FollowUp.Pages.Desk;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk;

/// <summary>The first page of the desk: the cycles that a coordinator sees.</summary>
public sealed class CycleListEndpoints(DeskDoor door, CyclesTable cycles, PageResults results)
{
    [Function(nameof(ShowDesk))]
    public Task<IResult> ShowDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request, CancellationToken cancellation) =>
        door.ShowAsync(request, async visit =>
        {
            List<CycleLine> lines = [];
            foreach (string id in await cycles.ListAsync(cancellation))
            {
                if (await cycles.FindAsync(id, cancellation) is { } state && visit.Sees(state))
                    lines.Add(new(id, state.Settings.Title, state.Phase, state.CreatedAt, state.EndedAt ?? state.Settings.Cancelled?.At, visit.Address(id)));
            }

            return await results.PageAsync(new CycleListModel(visit.Frame(), [.. lines.OrderByDescending(l => l.Began)], visit.SeesAll));
        }, cancellation);
}
