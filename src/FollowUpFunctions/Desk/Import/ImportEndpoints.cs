using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Import;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Desk.Begin;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Import;

/// <summary>Sheets of contacts and of recommendations that come back: looked at row by row first, then taken, by the code of the API.</summary>
public sealed class ImportEndpoints(DeskDoor door, BeginDrafts drafts, SheetTaking taking, PageResults results)
{
    private const string Part = "sheet";
    private const string Stakeholders = "stakeholders";
    private const string Recommendations = "recommendations";

    [Function(nameof(ShowImport))]
    public Task<IResult> ShowImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/import/{list}")] HttpRequest request,
        string cycle, string list, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, (visit, state) => PageAsync(visit, state, list, null, null), cancellation);

    [Function(nameof(LookAtSheet))]
    public Task<IResult> LookAtSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/import/{list}")] HttpRequest request,
        string cycle, string list, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, posted) =>
            {
                Wording text = Wording.For(visit.Language);
                PostedFile? file = posted.Files.GetValueOrDefault(Part);
                if (BroughtFiles.Fault(file, text) is { } fault)
                    return await PageAsync(visit, state, list, null, fault);
                byte[] sheet = file!.Bytes!;
                if (SheetReader.Read(sheet) is { Sheet: null } reading)
                    return await PageAsync(visit, state, list, null, reading.Problems[0].Message);
                if (!IsList(list))
                    return await PageAsync(visit, state, list, null, null);
                await drafts.SaveAsync(visit, Name(cycle, list), sheet, cancellation);
                return PageResults.SeeOther(visit.Address(cycle, $"import/{list}/report"));
            },
            cancellation);

    [Function(nameof(ShowImportReport))]
    public Task<IResult> ShowImportReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/import/{list}/report")] HttpRequest request,
        string cycle, string list, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) => await SheetAsync(visit, cycle, list, cancellation) is { } sheet
                ? await PageAsync(visit, state, list, await ReportAsync(cycle, list, sheet, cancellation), null)
                : PageResults.SeeOther(visit.Address(cycle, $"import/{list}")),
            cancellation);

    [Function(nameof(ConfirmImport))]
    public Task<IResult> ConfirmImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/import/{list}/confirm")] HttpRequest request,
        string cycle, string list, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, _) =>
            {
                if (await SheetAsync(visit, cycle, list, cancellation) is not { } sheet)
                    return PageResults.SeeOther(visit.Address(cycle, $"import/{list}"));
                if (state.IsOver)
                    return PageResults.SeeOther(visit.Address(cycle, $"import/{list}/report?done=cycle-over"));
                bool? done = list == Stakeholders
                    ? Done(await taking.StakeholdersAsync(cycle, sheet, cancellation))
                    : Done(await taking.RecommendationsAsync(cycle, sheet, cancellation));
                if (done != true)
                    return PageResults.SeeOther(visit.Address(cycle, $"import/{list}/report{(done is null ? "?done=import-busy" : "")}"));
                await drafts.RemoveAsync(visit, Name(cycle, list), cancellation);
                return PageResults.SeeOther(visit.Address(cycle, list == Stakeholders ? "people?done=imported" : "import/recommendations?done=imported"));
            },
            cancellation);

    private async Task<ImportReportView> ReportAsync(string cycle, string list, Sheet sheet, CancellationToken cancellation) => list == Stakeholders
        ? View(sheet, await taking.RehearseStakeholdersAsync(cycle, sheet, cancellation))
        : View(sheet, await taking.RehearseRecommendationsAsync(cycle, sheet, cancellation));

    private async Task<Sheet?> SheetAsync(DeskVisit visit, string cycle, string list, CancellationToken cancellation) =>
        IsList(list) && await drafts.FileAsync(visit, Name(cycle, list), cancellation) is { } file ? SheetReader.Read(file).Sheet : null;

    private Task<IResult> PageAsync(DeskVisit visit, CycleState state, string list, ImportReportView? report, string? wrong) => IsList(list)
        ? results.PageAsync(new ImportModel(visit.Frame(state, list == Stakeholders ? DeskSections.People : DeskSections.Plan), list, report, wrong))
        : Task.FromResult(PageResults.SeeOther(visit.Address(state.Settings.Id)));

    private static ImportReportView View<T>(Sheet sheet, ImportPlan<T> plan)
    {
        ImportReport report = ImportReport.Of(true, sheet.Origin, plan);
        return new(
            report.Counts.Added, report.Counts.Changed, report.Counts.Same, report.Counts.Refused,
            plan.Rows.Count == 0 ? [.. plan.Problems.Select(p => p.Message)] : report.Problems,
            [.. report.Rows.Select(r => new ImportRow(
                r.Row, r.Key, r.Outcome.ToString().ToLowerInvariant(), [.. r.Changes.Select(c => (c.Column, c.From, c.To))], r.Problems))],
            report.RowsNotListed);
    }

    // Null while another import is under way; false where a row must be mended first.
    private static bool? Done<T>(ImportPlan<T>? plan) => plan is null ? null : plan.Problems.Count == 0;

    private static bool IsList(string list) => list is Stakeholders or Recommendations;

    private static string Name(string cycle, string list) => $"import-{cycle}-{list}";
}
