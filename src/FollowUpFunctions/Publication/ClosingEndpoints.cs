using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Closing;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>The closing report as it stands, at any time, for the secretariat by function key: to see what is missing while there is time.</summary>
public sealed class ClosingEndpoints(
    CyclesTable cycles, PlanComposer composer, PublicAddresses addresses, PageResults results, FollowUpOptions options, TimeProvider clock)
{
    private const string Document = "closing-report.docx";

    /// <param name="request">With <c>?lang=</c> one of the cycle's languages; its first when it is left out.</param>
    [Function(nameof(ReadClosingReport))]
    public async Task<IResult> ReadClosingReport(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/" + Document)] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        PublishedPlan plan = await composer.DraftAsync(cycle, clock.GetUtcNow(), cancellation);
        string language = Language(request, state.Settings);
        return PageResults.File(ClosingDocument.Write(Text(plan, language, state), plan, language), ContentTypes.Word, $"{cycle}-{Document}");
    }

    /// <param name="request">With <c>?lang=</c> one of the cycle's languages; its first when it is left out.</param>
    [Function(nameof(ShowClosingReport))]
    public async Task<IResult> ShowClosingReport(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/closing-report.html")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is { } state
            ? await PageAsync(request, state, $"{options.BaseUrl}/cycles/{cycle}/{Document}", cancellation)
            : CycleEndpoints.Unknown(cycle);

    /// <param name="document">Where the report is to be had as a Word document.</param>
    internal async Task<IResult> PageAsync(HttpRequest request, CycleState state, string document, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        PublishedPlan plan = await composer.DraftAsync(cycle, clock.GetUtcNow(), cancellation);
        string language = Language(request, state.Settings);
        return await results.PageAsync(new ClosingPageModel(
            Text(plan, language, state),
            plan.Title,
            language,
            [.. state.Settings.Languages.Select(l => new FollowUp.Pages.LanguageLink(l, $"?lang={l}"))],
            addresses.Plan(cycle),
            $"{document}?lang={language}",
            Over: false));
    }

    private static ClosingText Text(PublishedPlan plan, string language, CycleState state) =>
        ClosingWriter.Write(ClosingReports.Compose(plan), language, over: state.EndedAt is not null);

    private static string Language(HttpRequest request, CycleSettings settings) =>
        request.Query["lang"].ToString() is var asked && settings.Languages.Contains(asked) ? asked : settings.Languages[0];
}
