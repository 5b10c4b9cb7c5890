using FollowUp.Domain.Cycles;
using FollowUp.Domain.StrategicPlans;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Desk.Decide;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using FollowUpFunctions.StrategicPlans;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Strategic plans at the desk: the list, sending one, and each beside the action plan.</summary>
public sealed class StrategicPlanPageEndpoints(DeskDoor door, CyclesTable cycles, StrategicPlansTable plans, StrategicPlanTaking taking, PageResults results)
{
    private const string Route = "desk/cycles/{cycle}/plan/strategic";

    [Function(nameof(ShowStrategicPlans))]
    public Task<IResult> ShowStrategicPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) => await results.PageAsync(await ListAsync(visit, state, cancellation)), cancellation);

    [Function(nameof(SendStrategicPlan))]
    public Task<IResult> SendStrategicPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.TakeAsync(request, cycle, async (visit, state, posted) =>
        {
            Wording text = Wording.For(visit.Language);
            string? organisation = posted.Field(StrategicPlansModel.OrganisationField);
            string? language = posted.Field(StrategicPlansModel.LanguageField);
            PostedFile? sent = posted.Files.GetValueOrDefault(StrategicPlansModel.FileField);
            byte[]? file = BroughtFiles.Fault(sent, text) is null ? sent!.Bytes : null;
            StrategicPlanAnswer answer = await taking.TakeAsync(state, organisation, language, file, rehearse: false, cancellation);
            if (answer.Plan is { } plan)
                return PageResults.SeeOther($"{visit.Address(cycle, $"plan/strategic/{plan.Slug}")}?done=strategic-plan");
            HashSet<string> missing =
            [
                .. string.IsNullOrWhiteSpace(organisation) ? [StrategicPlansModel.OrganisationField] : Array.Empty<string>(),
                .. string.IsNullOrWhiteSpace(language) ? [StrategicPlansModel.LanguageField] : Array.Empty<string>(),
            ];
            StrategicPlansModel page = await ListAsync(visit, state, cancellation) with
            {
                Organisation = organisation,
                Language = language,
                Errors = answer.Problems.GroupBy(p => p.Pointer[1..]).ToDictionary(
                    g => g.Key,
                    g => g.Key == StrategicPlansModel.FileField && BroughtFiles.Fault(sent, text) is { } fault ? new DecideError(fault)
                        : missing.Contains(g.Key) ? new DecideError(text["decide.missing"])
                        : DecisionPages.InEnglish(g.First().Message, text)),
                Conflict = answer.Conflict is { } why ? DecisionPages.InEnglish(why, text) : null,
            };
            return await results.PageAsync(page, answer.Conflict is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
        }, cancellation);

    [Function(nameof(ShowOverlap))]
    public Task<IResult> ShowOverlap(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{organisation}")] HttpRequest request,
        string cycle, string organisation, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            if (!Slug.IsSlug(organisation) || await plans.FindAsync(cycle, organisation, cancellation) is not { } plan)
                return await results.MissingAsync(visit, visit.Address(cycle, "plan/strategic"));
            PlanOverlap overlap = await taking.OverlapAsync(cycle, plan, cancellation);
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            return await results.PageAsync(new OverlapModel(
                visit.Frame(state, DeskSections.Plan),
                overlap,
                contents.Recommendations.ToDictionary(r => r.Key, r => RecommendationView.Of(r, visit.Language, state.Settings.SourceLanguage))));
        }, cancellation);

    private async Task<StrategicPlansModel> ListAsync(DeskVisit visit, CycleState state, CancellationToken cancellation) => new(
        visit.Frame(state, DeskSections.Plan),
        [
            .. (await plans.ListAsync(state.Settings.Id, cancellation)).Select(p => new StrategicPlanLine(
                p.Organisation, p.Objectives.Count, p.UploadedAt, visit.Address(state.Settings.Id, $"plan/strategic/{p.Slug}"))),
        ],
        state.Settings.Languages,
        null,
        state.Settings.Languages[0],
        new Dictionary<string, DecideError>());
}
