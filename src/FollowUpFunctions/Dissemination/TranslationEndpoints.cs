using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

public sealed class TranslationEndpoints(CyclesTable cycles)
{
    /// <summary>How far each language has come: what is missing, informal, checked, official.</summary>
    [Function(nameof(ReadTranslations))]
    public async Task<IResult> ReadTranslations(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/translations")] HttpRequest request,
        string cycle,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        return Results.Json(TranslationOverview.Of(facts.Settings, facts.Recommendations), RowDocument.Json);
    }
}
