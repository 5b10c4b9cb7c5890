using FollowUp.Domain.Cycles;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>Every kind of decision at the desk: its form, and taking it as the API takes it.</summary>
public sealed class DecideEndpoints(DeskDoor door, Deciding deciding, DecisionPages pages, PageResults results, TimeProvider clock)
{
    private const string Route = "desk/cycles/{cycle}/decide/{kind}";
    private const string Back = "back";

    [Function(nameof(ShowDecision))]
    public Task<IResult> ShowDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cycle, string kind, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            if (DecisionForms.Find(kind) is not { } form)
                return await UnknownAsync(visit);
            DecisionInput input = new(form, request.Query.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value.Select(v => v ?? "")]));
            string back = Place(request.Query[Back]);
            DecisionView view = await deciding.ViewAsync(state, withSources: false, cancellation);
            return await results.PageAsync(
                await pages.PageAsync(visit.Frame(state, SectionOf(back)), back, input, view, Deciding.NewId(clock.GetUtcNow()), null, cancellation));
        }, cancellation);

    [Function(nameof(DecideAtDesk))]
    public Task<IResult> DecideAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle, string kind, CancellationToken cancellation) =>
        door.TakeAsync(request, cycle, async (visit, state, posted) =>
        {
            if (DecisionForms.Find(kind) is not { } form)
                return await UnknownAsync(visit);
            string back = Place(posted.Field(DeskFrame.BackField));
            string id = posted.Field(DecideModel.IdField) is { Length: > 0 } made ? made : Deciding.NewId(clock.GetUtcNow());
            DecisionInput input = new(form, posted.Fields);
            DecisionView view = await deciding.ViewAsync(state, withSources: false, cancellation);
            DecisionRequest asked = input.Request(view, id);
            if (input.Missing(view).Any())
                return await AgainAsync(await deciding.ProblemsAsync(asked, view, cancellation), null);
            DecisionAnswer answer = await deciding.DecideAsync(durable, state, asked, cancellation);
            return answer.Taken is null
                ? await AgainAsync(answer.Problems, answer)
                : PageResults.SeeOther($"{visit.Frame(state, SectionOf(back)).SectionPage(back)}?done=decided");

            async Task<IResult> AgainAsync(IReadOnlyList<Problem> problems, DecisionAnswer? answer)
            {
                // What was taken under an id is done: what the form says now is another decision, if they want it.
                string next = answer?.IsAnother == true ? Deciding.NewId(clock.GetUtcNow()) : id;
                DecideModel page = await pages.PageAsync(visit.Frame(state, SectionOf(back)), back, input, view, next, problems, cancellation);
                return await results.PageAsync(
                    page with
                    {
                        WasTaken = answer?.IsAnother == true,
                        Conflict = answer is { Conflict: { } why, IsAnother: false } ? DecisionPages.InEnglish(why, Wording.For(visit.Language)) : null,
                    },
                    answer?.Conflict is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
            }
        }, cancellation);

    // A section, or a page of one, such as plan/cluster/3: a form leads nowhere else.
    private static string Place(string? asked) =>
        asked?.Split('/') is { Length: <= 3 } parts && DeskSections.All.Contains(parts[0]) && parts.All(Slug.IsSlug) ? asked : DeskSections.Waiting;

    private static string SectionOf(string place) => place.Split('/')[0];

    private Task<IResult> UnknownAsync(DeskVisit visit) =>
        results.MissingAsync(visit);
}
