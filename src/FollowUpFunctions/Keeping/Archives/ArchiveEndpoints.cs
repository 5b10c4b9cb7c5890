using System.Security.Cryptography;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>A cycle that is over as one file, and back.</summary>
public sealed class ArchiveEndpoints(CyclesTable cycles, ArchiveWriter writer, ArchiveRestoring restoring, ErasuresTable erasures, FollowUpOptions options)
{
    /// <summary>Azure Functions takes bodies of 210 MB.</summary>
    public const long LargestArchive = 200_000_000;

    [Function(nameof(ReadArchive))]
    public async Task<IResult> ReadArchive(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/archive")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        if (state.EndedAt is null)
            return Problems.Conflict($"The cycle {cycle} goes on: archive it when it has ended. A cycle that was cancelled ends within minutes.");
        if (await erasures.ArePendingAsync(cycle, cancellation))
            return Problems.Conflict($"Somebody is being erased from {cycle}: archive it in a quarter of an hour, when all that held their name has been looked through again.");
        FileStream file = TemporaryFile.Open();
        try
        {
            await writer.WriteAsync(state, file, cancellation);
            file.Position = 0;
            string digest = Convert.ToBase64String(await SHA256.HashDataAsync(file, cancellation));
            file.Position = 0;
            request.HttpContext.Response.Headers["Repr-Digest"] = $"sha-256=:{digest}:";
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            return Results.Stream(file, "application/zip", $"{cycle}.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    [Function(nameof(RestoreCycle))]
    public async Task<IResult> RestoreCycle(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/restore")] HttpRequest request, CancellationToken cancellation)
    {
        await using FileStream file = TemporaryFile.Open();
        if (!await ReceiveAsync(request, file, cancellation))
            return Problems.TooLarge($"An archive may have at most {LargestArchive / 1_000_000:N0} MB: restore a larger one on a host of your own, or leave out its evidence.");
        RestoringAnswer answer = await restoring.RestoreAsync(file, cancellation);
        if (answer.Problem is { } problem)
            return Problems.BadInput([problem]);
        string cycle = answer.Cycle!;
        if (answer.Restored is not { } restored)
            return Problems.Conflict($"The id {cycle} is in use here: a cycle is restored only where there is none of its id.");
        string status = $"{options.BaseUrl}/cycles/{cycle}";
        request.HttpContext.Response.Headers.Location = status;
        return Results.Json(
            new CycleRestored(cycle, status, restored.At, restored.Rows, restored.Files),
            RowDocument.Json,
            statusCode: restored.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<bool> ReceiveAsync(HttpRequest request, FileStream to, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestArchive)
            return false;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestArchive + 1;
        byte[] buffer = new byte[81_920];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (to.Length + read > LargestArchive)
                    return false;
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }

        to.Position = 0;
        return true;
    }
}
