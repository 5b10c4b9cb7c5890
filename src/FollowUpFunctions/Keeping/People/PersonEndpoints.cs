using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.People;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Keeping.People;

/// <summary>What a person may ask: to be erased, and to be given what is held about them.</summary>
public sealed class PersonEndpoints(
    CyclesTable cycles, ErasuresTable erasures, PersonFinder finder, Erasing erasing, ErasedRows rows, ErasedFiles files, PersonExport export, ChildrensNumbers numbers, TimeProvider clock)
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

        string id = numbers.Hash("erasure", $"{cycle}\n{SameWords.Key(asked.Who ?? asked.Email ?? asked.Name!)}");
        if (await erasures.FindAsync(cycle, id, cancellation) is { } begun)
            return Told(await erasing.PassAsync(begun, cancellation));
        (Person? person, Problem? problem) = await finder.FindAsync(await cycles.CurrentFactsAsync(cycle, cancellation), asked, cancellation);
        if (problem is not null)
            return Problems.BadInput([problem]);
        PersonWords words = await finder.WordsAsync(cycle, person!, cancellation);
        if (person!.Whos.Count == 0 && await rows.EraseAsync(cycle, words, look: true, cancellation) == 0 && !await files.AnyAsync(cycle, words, cancellation))
        {
            return await erasures.ReportAsync(cycle, id, cancellation) is { } done
                ? Told(done)
                : Problems.NotFound("Nobody was found: look at the spelling, or try their address. Nothing was changed.");
        }

        if (PersonFinder.Hindrance(state, person) is { } hindrance)
            return Problems.Conflict(hindrance);
        Erasure erasure = new(id, cycle, clock.GetUtcNow(), person);
        await erasures.WriteAsync(erasure, cancellation);
        return Told(await erasing.PassAsync(erasure, cancellation));
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

    private static IResult Told(ErasureReport report) => Results.Json(report, RowDocument.Json);

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
