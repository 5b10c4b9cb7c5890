using System.Text.Json;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Keeping.People;

/// <summary>What a person may ask: to be erased, and to be given what is held about them.</summary>
public sealed class PersonEndpoints(CyclesTable cycles, PersonErasing erasing, PersonExport export)
{
    private const int LargestBody = 20_000;

    [Function(nameof(ErasePerson))]
    public async Task<IResult> ErasePerson(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/people/erase")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        (ErasureRequest? asked, IResult? refused) = await ReadAsync(request, cancellation);
        if (asked is null)
            return refused!;

        ErasingAnswer answer = await erasing.EraseAsync(state, asked, cancellation);
        return answer.Report is { } report ? Results.Json(report, RowDocument.Json)
            : answer.Problem is { } problem ? Problems.BadInput([problem])
            : answer.Hindrance is { } hindrance ? Problems.Conflict(hindrance)
            : Problems.NotFound("Nobody was found: look at the spelling, or try their address. Nothing was changed.");
    }

    /// <summary>For handing over to the person, after the coalition has made sure that it is them who ask.</summary>
    [Function(nameof(ExportPerson))]
    public async Task<IResult> ExportPerson(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/people/{who}/export")] HttpRequest request, string cycle, string who, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await export.ReadAsync(cycle, who, cancellation) is { } held
            ? Results.Json(held, RowDocument.Json)
            : Problems.NotFound($"There is no contact {who} of whom anything is held: use an id that GET stakeholders lists, or coordinator-1, translator-1.");
    }

    private static async Task<(ErasureRequest? Asked, IResult? Refused)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestBody)
            return (null, Problems.TooLarge("A request to erase somebody has at most 20 KB."));
        try
        {
            ErasureRequest? asked = await JsonSerializer.DeserializeAsync<ErasureRequest>(request.Body, JsonSerializerOptions.Web, cancellation);
            Problem[] faults = [.. (asked ?? new(null, null, null, null)).Faults()];
            return faults.Length > 0 ? (null, Problems.BadInput(faults)) : (asked, null);
        }
        catch (JsonException e)
        {
            return (null, Problems.BadInput(JsonPointers.Of(e), "This is no request to erase somebody: send an object with who, email or name, and alsoKnownAs where there are other spellings."));
        }
    }
}
