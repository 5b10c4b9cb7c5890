using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Reiterations;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Http;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Lists beside the plan: what is overdue, evidence, what the cycle before left open.</summary>
public sealed class PlanListEndpoints(
    DeskDoor door, CyclesTable cycles, PlanComposer plans, EvidenceList evidence, EvidenceStore files, OpenItemsTable openItems, DecisionsTable decisions,
    PageResults results, TimeProvider clock)
{
    [Function(nameof(ShowOverdue))]
    public Task<IResult> ShowOverdue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan/overdue")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) => await results.PageAsync(new OverdueModel(
            visit.Frame(state, DeskSections.Plan),
            [
                .. OverdueReport.Of(
                        await plans.CurrentAsync(cycle, cancellation), clock.GetUtcNow(), who => visit.Address(cycle, $"files/letters/{who}"))
                    .Select(o => new OverdueLine(o.Citation, o.What, o.Organisation, o.Due, o.Days, o.Status, o.Letter)),
            ])), cancellation);

    [Function(nameof(ShowEvidence))]
    public Task<IResult> ShowEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan/evidence")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            Dictionary<string, Recommendation> all = (await cycles.ContentsAsync(cycle, cancellation)).Recommendations.ToDictionary(r => r.Key);
            return await results.PageAsync(new EvidenceModel(
                visit.Frame(state, DeskSections.Plan),
                [
                    .. (await evidence.ReadAsync(cycle, sha256 => visit.Address(cycle, $"plan/evidence/{sha256}"), cancellation)).Select(f => new EvidenceOnDesk(
                        f.Sha256,
                        f.Name,
                        EvidenceFiles.ContentTypes.First(t => t.Value == f.ContentType).Key,
                        f.Size,
                        f.GivenAt,
                        f.Address,
                        [.. f.About.Select(a => new EvidenceUse(all.GetValueOrDefault(a.Recommendation)?.Citation ?? a.Recommendation, a.Organisation, a.Released is not null))])),
                ]));
        }, cancellation);

    /// <summary>One file, always as an attachment: no browser shows it as a page.</summary>
    [Function(nameof(DownloadEvidence))]
    public Task<IResult> DownloadEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan/evidence/{sha256}")] HttpRequest request,
        string cycle, string sha256, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, _) => await files.FindAsync(cycle, sha256, cancellation) is ({ } file, { } bytes)
            ? PageResults.File(bytes, file.ContentType, $"{file.Sha256[..12]}-{file.Name}")
            : await results.MissingAsync(visit, visit.Address(cycle, "plan/evidence")), cancellation);

    [Function(nameof(ShowReiterations))]
    public Task<IResult> ShowReiterations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan/reiterations")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) => await results.PageAsync(new ReiterationsModel(
            visit.Frame(state, DeskSections.Plan),
            state.Settings.PreviousCycle,
            ReiterationStates.Of(await openItems.ListAsync(cycle, cancellation), (await decisions.ListAsync(cycle, cancellation)).Reiterations()),
            (await cycles.ContentsAsync(cycle, cancellation)).Recommendations
                .ToDictionary(r => r.Key, r => RecommendationView.Of(r, visit.Language, state.Settings.SourceLanguage)))), cancellation);
}
