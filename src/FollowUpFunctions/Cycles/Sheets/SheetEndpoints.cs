using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A cycle's lists as spreadsheets, out and in, by function key. What is exported can be edited and sent back.</summary>
public sealed class SheetEndpoints(CyclesTable cycles, SheetTaking taking)
{
    private const string Part = "sheet";
    private static readonly Dictionary<string, int> _limits = new() { [Part] = SheetReader.LargestFile };

    [Function(nameof(ExportRecommendations))]
    public async Task<IResult> ExportRecommendations(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/recommendations")] HttpRequest request,
        string cycle,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        if (SheetFormat.Asked(request) is not { } format)
            return UnknownFormat();
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        return SheetExport.Of(format, $"{cycle}-recommendations", RecommendationSheet.All(Languages(facts)), facts.Recommendations.Select(RecommendationRow.Of));
    }

    [Function(nameof(ExportStakeholders))]
    public async Task<IResult> ExportStakeholders(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/stakeholders")] HttpRequest request,
        string cycle,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        if (SheetFormat.Asked(request) is not { } format)
            return UnknownFormat();
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        return SheetExport.Of(format, $"{cycle}-stakeholders", StakeholderSheet.All, facts.Stakeholders.Select(StakeholderSheet.RowOf));
    }

    /// <summary>Takes a sheet as the body, or as the part <c>sheet</c> of a form. With <c>?dryRun=true</c> nothing is written.</summary>
    [Function(nameof(ImportRecommendations))]
    public Task<IResult> ImportRecommendations(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/recommendations")] HttpRequest request,
        string cycle,
        CancellationToken cancellation) =>
        ImportAsync<Recommendation>(request, cycle, taking.RehearseRecommendationsAsync, taking.RecommendationsAsync, cancellation);

    /// <summary>Takes a sheet as the body, or as the part <c>sheet</c> of a form. With <c>?dryRun=true</c> nothing is written.</summary>
    [Function(nameof(ImportStakeholders))]
    public Task<IResult> ImportStakeholders(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/stakeholders")] HttpRequest request,
        string cycle,
        CancellationToken cancellation) =>
        ImportAsync<Stakeholder>(request, cycle, taking.RehearseStakeholdersAsync, taking.StakeholdersAsync, cancellation);

    private async Task<IResult> ImportAsync<T>(
        HttpRequest request,
        string cycle,
        Func<string, Sheet, CancellationToken, Task<ImportPlan<T>>> plan,
        Func<string, Sheet, CancellationToken, Task<ImportPlan<T>?>> take,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, Part, _limits, cancellation);
        if (upload is null)
            return refused!;
        SheetReading reading = SheetReader.Read(upload[Part] ?? []);
        if (reading.Sheet is not { } sheet)
            return Problems.BadInput(reading.Problems);
        if (request.Query["dryRun"] is [{ } dry, ..] && dry.Equals("true", StringComparison.OrdinalIgnoreCase))
            return ImportAnswer.Rehearsed(sheet.Origin, await plan(cycle, sheet, cancellation));
        if (state.EndedAt is not null || state.Settings.Cancelled is not null)
            return Problems.Conflict($"The cycle {cycle} is over: nothing is imported into it. Begin the next one with the sheets.");
        if (await take(cycle, sheet, cancellation) is not { } done)
            return Problems.Conflict($"Another import into {cycle} is under way: send the file again when it is done, in ten minutes at the latest.");
        return done.Problems.Count > 0 ? ImportAnswer.Refused(sheet.Origin, done) : ImportAnswer.Done(sheet.Origin, done);
    }

    private static string[] Languages(CycleFacts facts) =>
    [
        .. facts.Settings.Languages
            .Concat(facts.Settings.Translators.Select(t => t.Into))
            .Concat(facts.Recommendations.SelectMany(r => r.Texts.Keys))
            .Prepend(facts.Settings.SourceLanguage)
            .Distinct(),
    ];

    private static IResult UnknownFormat() => Problems.BadInput("/format", "Sheets are to be had as csv or xlsx: ask for one of the two.");
}
