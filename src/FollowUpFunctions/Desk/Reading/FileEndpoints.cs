using FollowUp.Pages;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.MonitoringWorkshop;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>What the API gives as files, through the desk's door; the API's own methods make them.</summary>
public sealed class FileEndpoints(
    DeskDoor door, SheetEndpoints sheets, AttendanceEndpoints attendance, GroupEndpoints groups, CycleEndpoints cycles, AnswerEndpoints answers, LetterEndpoints letters,
    HandOutEndpoints handOuts, ClosingEndpoints closing, ArchiveEndpoints archives, PersonEndpoints people, PageResults results)
{
    private const string Files = "desk/cycles/{cycle}/files";

    [Function(nameof(GiveStakeholders))]
    public Task<IResult> GiveStakeholders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/stakeholders")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => sheets.ExportStakeholders(request, cycle, cancellation), cancellation);

    [Function(nameof(GiveRecommendations))]
    public Task<IResult> GiveRecommendations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/recommendations")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => sheets.ExportRecommendations(request, cycle, cancellation), cancellation);

    [Function(nameof(GiveAttendance))]
    public Task<IResult> GiveAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/attendance")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => attendance.ReadAttendance(request, cycle, cancellation), cancellation, request.Query["format"] == "csv" ? "attendance.csv" : "attendance.json");

    [Function(nameof(GiveGroups))]
    public Task<IResult> GiveGroups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/groups")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => groups.ReadGroups(request, cycle, cancellation), cancellation, "groups.json");

    [Function(nameof(GivePlan))]
    public Task<IResult> GivePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/plan")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => cycles.ReadPlanItems(request, cycle, cancellation), cancellation, "plan.json");

    [Function(nameof(GiveAnswers))]
    public Task<IResult> GiveAnswers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/rounds/{round}/answers")] HttpRequest request,
        string cycle, string round, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => answers.ReadAnswers(request, cycle, round, cancellation), cancellation, $"{round}-answers.json");

    [Function(nameof(GiveLetter))]
    public Task<IResult> GiveLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/letters/{who}")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => letters.ReadLetter(request, cycle, who, cancellation), cancellation);

    [Function(nameof(GiveHandOut))]
    public Task<IResult> GiveHandOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/hand-out/{kind}/{file}")] HttpRequest request,
        string cycle, string kind, string file, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => handOuts.ReadHandOut(request, cycle, kind, file, cancellation), cancellation);

    [Function(nameof(GiveClosingReport))]
    public Task<IResult> GiveClosingReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/closing-report.docx")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => closing.ReadClosingReport(request, cycle, cancellation), cancellation);

    [Function(nameof(GiveClosingPage))]
    public Task<IResult> GiveClosingPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/closing-report.html")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, (visit, state) => closing.PageAsync(request, state, visit.Address(cycle, "files/closing-report.docx"), cancellation), cancellation);

    [Function(nameof(GiveArchive))]
    public Task<IResult> GiveArchive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/archive")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => archives.ReadArchive(request, cycle, cancellation), cancellation);

    [Function(nameof(GivePerson))]
    public Task<IResult> GivePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Files + "/people/{who}/export")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation) =>
        GiveAsync(request, cycle, () => people.ExportPerson(request, cycle, who, cancellation), cancellation, $"{who}.json");

    // What the API says to programs is no page: where there is no file, there is none.
    private Task<IResult> GiveAsync(HttpRequest request, string cycle, Func<Task<IResult>> give, CancellationToken cancellation, string? name = null) => door.ShowAsync(
        request,
        cycle,
        async (visit, _) =>
        {
            IResult file = await give();
            return file is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest }
                ? await results.MissingAsync(visit, visit.Address(cycle, "exports"))
                : new GivenFile(file, name is null ? null : $"{cycle}-{name}");
        },
        cancellation);

    private sealed class GivenFile(IResult file, string? name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (name is not null)
                httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return file.ExecuteAsync(httpContext);
        }
    }
}
