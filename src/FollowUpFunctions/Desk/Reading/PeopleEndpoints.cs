using FollowUp.Domain.Cycles;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>Everybody in a cycle at the desk, and each by themselves.</summary>
public sealed class PeopleEndpoints(DeskDoor door, CyclesTable cycles, BounceList bounces, PersonExport export, PageResults results)
{
    [Function(nameof(ShowPeople))]
    public Task<IResult> ShowPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/people")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                PeopleList people = new(
                    state, await cycles.CurrentFactsAsync(cycle, cancellation), await bounces.SinceAsync(cycle, cancellation), await cycles.OptedOutSinceAsync(cycle, cancellation),
                    visit.Frame(state, DeskSections.People));
                return await results.PageAsync(people.Page(request.Query["q"].ToString().Trim(), request.Query["category"], request.Query["page"]));
            },
            cancellation);

    [Function(nameof(ShowPerson))]
    public Task<IResult> ShowPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/people/{who}")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) =>
            {
                if (await export.ReadAsync(cycle, who, cancellation) is not { } held)
                    return await results.MissingAsync(visit, visit.Address(cycle, DeskSections.People));
                DeskFrame frame = visit.Frame(state, DeskSections.People);
                PeopleList people = new(
                    state, await cycles.CurrentFactsAsync(cycle, cancellation), await bounces.SinceAsync(cycle, cancellation), await cycles.OptedOutSinceAsync(cycle, cancellation), frame);
                PersonLine line = people.Line(held.Contact);
                return await results.PageAsync(new PersonModel(
                    frame,
                    line with
                    {
                        Links =
                        [
                            .. line.Links,
                            new("export-person", frame.Page($"files/people/{who}/export")),
                            new("erase-person", frame.Page($"people/{who}/erase")),
                        ],
                    },
                    held.Contact.Email,
                    held.Contact.Language,
                    [.. held.Invitations.Select(i => PersonRounds.Of(i, frame.Page($"rounds/{i.Round}")))],
                    held.Decisions.Count,
                    held.Journal.Count));
            },
            cancellation);
}
