using System.Text;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.StrategicPlans;

/// <param name="Report">Address of the report.</param>
public sealed record StrategicPlanListed(string Slug, string Organisation, string Language, DateTimeOffset UploadedAt, int Objectives, string Report);

/// <summary>Organisations' strategic plans beside the action plan: what both say, and what one leaves out; by function key.</summary>
public sealed class StrategicPlanEndpoints(CyclesTable cycles, StrategicPlansTable plans, StrategicPlanTaking taking)
{
    internal const string File = "file";
    internal const int LargestFile = 20_000_000;

    private const string Organisation = "organisation";
    private const string Language = "language";
    private static readonly Dictionary<string, int> _limits = new() { [File] = LargestFile, [Organisation] = 2_000, [Language] = 100 };

    /// <summary>Takes a strategic plan as the part <c>file</c> of a form, and replaces an earlier one whole. With <c>?dryRun=true</c> nothing is written.</summary>
    [Function(nameof(TakeStrategicPlan))]
    public async Task<IResult> TakeStrategicPlan(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/strategic-plans")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, File, _limits, cancellation);
        if (upload is null)
            return refused!;
        StrategicPlanAnswer answer = await taking.TakeAsync(
            state, Text(upload, Organisation), Text(upload, Language), upload[File], request.Query["dryRun"] == "true", cancellation);
        return answer.Problems.Count > 0 ? Problems.BadInput(answer.Problems)
            : answer.Conflict is { } conflict ? Problems.Conflict(conflict)
            : request.Query["dryRun"] == "true" ? Results.Json(answer.Plan, RowDocument.Json)
            : Results.Json(await taking.OverlapAsync(cycle, answer.Plan!, cancellation), RowDocument.Json);
    }

    [Function(nameof(ListStrategicPlans))]
    public async Task<IResult> ListStrategicPlans(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/strategic-plans")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is null
            ? CycleEndpoints.Unknown(cycle)
            : Results.Json((await plans.ListAsync(cycle, cancellation)).Select(p => new StrategicPlanListed(
                p.Slug, p.Organisation, p.Language, p.UploadedAt, p.Objectives.Count, $"/cycles/{cycle}/strategic-plans/{p.Slug}")), RowDocument.Json);

    /// <summary>The report of overlaps in JSON; with <c>?format=csv</c> or <c>xlsx</c> as a table.</summary>
    [Function(nameof(ReadOverlap))]
    public async Task<IResult> ReadOverlap(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/strategic-plans/{organisation}")] HttpRequest request,
        string cycle,
        string organisation,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        if (!Slug.IsSlug(organisation) || await plans.FindAsync(cycle, organisation, cancellation) is not { } plan)
            return Problems.NotFound($"There is no strategic plan of {organisation}: GET strategic-plans lists those that there are.");
        bool asTable = request.Query["format"] is [{ } asked, ..] && asked != "json";
        if (asTable && SheetFormat.Asked(request) is null)
            return Problems.BadInput("/format", "The report is to be had as json, csv or xlsx: ask for one of the three.");
        PlanOverlap overlap = await taking.OverlapAsync(cycle, plan, cancellation);
        return asTable
            ? SheetExport.Of(SheetFormat.Asked(request)!, $"{cycle}-{organisation}-overlap", OverlapRow.Columns, OverlapRow.Of(overlap))
            : Results.Json(overlap, RowDocument.Json);
    }

    private static string? Text(Upload upload, string part) => upload[part] is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
