using FollowUp.Domain.Cycles;
using FollowUp.Domain.People;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Import;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Import;

/// <summary>Somebody who asked to be erased, at the desk.</summary>
public sealed class EraseEndpoints(DeskDoor door, CyclesTable cycles, PersonFinder finder, PersonErasing erasing, PageResults results)
{
    private const string Confirm = "confirm";

    [Function(nameof(ShowErasing))]
    public Task<IResult> ShowErasing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/people/{who}/erase")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, (visit, state) => PageAsync(visit, state, who, null, cancellation), cancellation);

    [Function(nameof(EraseAtDesk))]
    public Task<IResult> EraseAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/people/{who}/erase")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, posted) =>
            {
                if (posted.Field(Confirm)?.Trim() != who)
                    return await PageAsync(visit, state, who, Wording.For(visit.Language).Format("erase.wrong", ("id", who)), cancellation);
                ErasingAnswer answer = await erasing.EraseAsync(state, new(who, null, null, null), cancellation);
                return answer.Report is not null
                    ? PageResults.SeeOther(visit.Address(cycle, "people?done=erased"))
                    : await PageAsync(visit, state, who, null, cancellation);
            },
            cancellation);

    private async Task<IResult> PageAsync(DeskVisit visit, CycleState state, string who, string? wrong, CancellationToken cancellation)
    {
        CycleFacts facts = await cycles.CurrentFactsAsync(state.Settings.Id, cancellation);
        (Person? person, _) = await finder.FindAsync(facts, new(who, null, null, null), cancellation);
        return person is { Whos.Count: > 0 }
            ? await results.PageAsync(new EraseModel(
                visit.Frame(state, DeskSections.People), who, facts.ContactOf(who)?.Organisation ?? "", person.Whos, PersonFinder.Hindrance(state, person), wrong))
            : PageResults.SeeOther(visit.Address(state.Settings.Id, "people"));
    }
}
