using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>A cycle's journal at the desk, a hundred entries at a time.</summary>
public sealed class JournalEndpoints(DeskDoor door, JournalTable journal, PageResults results)
{
    [Function(nameof(ShowJournal))]
    public Task<IResult> ShowJournal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/journal")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                string? before = request.Query["before"] is [{ Length: > 0 } asked] ? asked : null;
                (IReadOnlyList<JournalEntry> entries, string? older) = await journal.PageAsync(cycle, PageOfMany.Size, before, cancellation);
                string here = visit.Address(cycle, DeskSections.Journal);
                return await results.PageAsync(new JournalModel(
                    visit.Frame(state, DeskSections.Journal),
                    [.. entries.Select(e => new JournalLine(e.Event, e.At, e.Subject, e.Detail))],
                    older is null ? null : $"{here}?before={Uri.EscapeDataString(older)}",
                    before is null ? null : here));
            },
            cancellation);
}
