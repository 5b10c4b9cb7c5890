using System.Text;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages;
using FollowUp.Pages.HandOut;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.MonitoringWorkshop;

/// <summary>A hand-out in one language.</summary>
/// <param name="Kind"><c>recommendations</c>, or <c>plain-words</c> for children and young people.</param>
/// <param name="Missing">Keys of the recommendations that have no text of this kind in this language.</param>
/// <param name="Html">Addresses, behind that of the app.</param>
public sealed record HandOutReport(string Kind, string Language, int Recommendations, IReadOnlyList<string> Missing, string Html, string Docx);

/// <summary>Hand-outs for the monitoring workshop, made anew from what is on record each time; by function key.</summary>
public sealed class HandOutEndpoints(CyclesTable cycles, PageRenderer pages, TimeProvider clock)
{
    private const string Full = "recommendations";
    private const string Plain = "plain-words";
    private const string Html = "text/html; charset=utf-8";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Which hand-outs there are, and what is missing in each.</summary>
    [Function(nameof(ListHandOuts))]
    public async Task<IResult> ListHandOuts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/hand-out")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        return Results.Json(
            new[] { Full, Plain }.SelectMany(kind => facts.Settings.Languages.Select(language => new HandOutReport(
                kind,
                language,
                facts.Recommendations.Count,
                kind == Plain ? HandOut.MissingPlainWords(facts.Recommendations, language) : HandOut.Untranslated(facts.Recommendations, language),
                $"{request.PathBase}/cycles/{cycle}/hand-out/{kind}/{language}.html",
                $"{request.PathBase}/cycles/{cycle}/hand-out/{kind}/{language}.docx"))),
            RowDocument.Json);
    }

    [Function(nameof(ReadHandOut))]
    public async Task<IResult> ReadHandOut(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/hand-out/{kind}/{file}")] HttpRequest request,
        string cycle, string kind, string file, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        (string language, string format) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        if (kind is not (Full or Plain) || format is not (".html" or ".docx") || !facts.Settings.Languages.Contains(language))
            return Problems.NotFound($"There is no hand-out {kind}/{file}: GET hand-out lists those that there are.");
        HandOut handOut = HandOut.Of(facts.Settings, facts.Recommendations, kind == Plain, language);
        return format == ".docx"
            ? PageResults.File(HandOutDocument.Write(handOut, clock.GetUtcNow()), Word, $"{cycle}-{kind}-{file}")
            : PageResults.File(Encoding.UTF8.GetBytes(await pages.RenderAsync(new HandOutPageModel(handOut))), Html, null);
    }
}
