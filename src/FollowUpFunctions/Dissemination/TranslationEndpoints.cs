using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

/// <summary>What an official translation brought, or would bring.</summary>
/// <param name="Taken">How many recommendations have the official text now.</param>
/// <param name="Missing">Keys of recommendations that the document has no text for; they keep what they have.</param>
/// <param name="NotInRegister">What the document recommends under numbers that the cycle doesn't have: look at those by hand.</param>
public sealed record OfficialTranslation(
    string Language, bool DryRun, int Taken, IReadOnlyList<string> Missing, IReadOnlyList<string> NotInRegister, IReadOnlyList<Doubt> Doubts);

public sealed class TranslationEndpoints(CyclesTable cycles, OfficialTranslations translations)
{
    private static readonly Dictionary<string, int> _limits = new() { [RegisterReader.Part] = RegisterReader.LargestDocument };

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

    /// <summary>Takes the document's official translation; its texts stand in place of the translators', and nobody is asked for them any more.</summary>
    [Function(nameof(TakeOfficialTranslation))]
    public async Task<IResult> TakeOfficialTranslation(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/translations/{language}")] HttpRequest request,
        string cycle,
        string language,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        if (state.EndedAt is not null || state.Settings.Cancelled is not null)
            return Problems.Conflict($"The cycle {cycle} is over: nobody reads its texts any more.");
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, RegisterReader.Part, _limits, cancellation);
        if (upload is null)
            return refused!;
        OfficialReading reading = await translations.ReadAsync(cycle, language, upload[RegisterReader.Part] ?? [], cancellation);
        if (reading is not { Official: { } official, Register: { } register })
            return Problems.BadInput([reading.Problem!]);
        bool dryRun = request.Query["dryRun"] == "true";
        if (!dryRun)
            await translations.TakeAsync(cycle, language, official, cancellation);
        return Results.Json(
            new OfficialTranslation(
                language, dryRun, official.Texts.Count, official.Missing, official.NotInRegister,
                [.. register.Doubts, .. register.Paragraphs.SelectMany(p => p.Doubts)]),
            RowDocument.Json);
    }
}
