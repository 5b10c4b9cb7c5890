using System.Text.Json;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>The answer to <c>POST /cycles</c>.</summary>
/// <param name="Status">Address of the cycle's status.</param>
public sealed record CycleBegun(string Id, string Status, IReadOnlyList<Warning> Warnings);

/// <summary>The answer to <c>POST /cycles?dryRun=true</c>: what would begin. Nothing was written.</summary>
/// <param name="Previous">What the cycle before leaves to it; null where it follows none.</param>
public sealed record CycleRehearsed(
    string Id, int Recommendations, int Uncertain, int Stakeholders, IReadOnlyList<Warning> Warnings, CarriedReport? Previous);

/// <summary>Begins cycles. With an <c>Idempotency-Key</c> a request can be sent again: it begins one cycle, and gives the first answer.</summary>
public sealed class StartEndpoints(
    CyclesTable cycles, PreviousCycles previous, IdempotencyKeys keys, JournalTable journal, FollowUpOptions options, TimeProvider clock)
{
    [Function(nameof(StartCycle))]
    public async Task<IResult> StartCycle(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation)
    {
        (string? key, IResult? badKey) = IdempotencyKeyHeader.Read(request);
        if (badKey is not null)
            return badKey;
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, CyclePosting.Cycle, CyclePosting.Limits, cancellation);
        if (upload is null)
            return refused!;

        // Before anything else is looked at: by now the calendar may be past, and the first answer still holds.
        KeyOnRecord? earlier = key is null ? null : await keys.FindAsync(key, cancellation);
        if (earlier is not null && earlier.Body != upload.Fingerprint)
            return Problems.Unprocessable($"The {IdempotencyKeyHeader.Name} was sent before with another body: use a new one for another cycle.");
        if (earlier?.Answer is { } answer)
            return Accepted(JsonSerializer.Deserialize<CycleBegun>(answer, RowDocument.Json)!);

        CycleIntake intake = await CyclePosting.ReadAsync(
            upload, clock.GetUtcNow(), cancellation, cycle => previous.FindAsync(cycle, cancellation));
        if (intake.Id is { } id && earlier is null && await cycles.FindAsync(id, cancellation) is not null)
            return InUse(id);
        if (intake.Contents is null)
            return Problems.BadInput(intake.Problems);
        return request.Query["dryRun"] == "true"
            ? Results.Json(Rehearsed(intake), RowDocument.Json)
            : await BeginAsync(intake, key, upload, durable, cancellation);
    }

    private async Task<IResult> BeginAsync(
        CycleIntake intake, string? key, Upload upload, DurableTaskClient durable, CancellationToken cancellation)
    {
        string id = intake.Contents!.Settings.Id;
        if (key is not null && !await keys.ClaimAsync(key, upload.Fingerprint, cancellation))
            return Problems.Conflict($"A request with this {IdempotencyKeyHeader.Name} is being worked on: send it again in a minute or two for its answer.");
        if (!await cycles.CreateAsync(intake.Contents, cancellation, key is null ? null : IdempotencyKeys.Row(key), intake.Carried))
        {
            if (key is not null)
                await keys.ReleaseAsync(key, cancellation);
            return InUse(id);
        }

        DateTimeOffset created = (await cycles.FindAsync(id, cancellation))!.CreatedAt;
        await journal.WriteAsync(id, new(JournalEvents.CycleStarted, created, id, intake.Contents.Settings.PreviousCycle), cancellation);
        await durable.StartCycleAsync(id, cancellation);
        CycleBegun begun = new(id, Address(id), intake.Warnings);
        if (key is not null)
            await keys.AnswerAsync(key, JsonSerializer.Serialize(begun, RowDocument.Json), cancellation);
        return Accepted(begun);
    }

    private static CycleRehearsed Rehearsed(CycleIntake intake) => new(
        intake.Contents!.Settings.Id,
        intake.Contents.Recommendations.Count,
        intake.Contents.Recommendations.Count(r => r.Uncertain is not null),
        intake.Contents.Stakeholders.Count,
        intake.Warnings,
        intake.Carried is { } carried ? CarriedReport.Of(carried) : null);

    private static IResult Accepted(CycleBegun begun) => new AcceptedCycle(begun);

    private IResult InUse(string id) => Problems.Conflict($"The id {id} is in use: choose another, or look at {Address(id)}.");

    private string Address(string cycle) => $"{options.BaseUrl}/cycles/{cycle}";

    private sealed class AcceptedCycle(CycleBegun begun) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = begun.Status;
            return Results.Json(begun, RowDocument.Json, statusCode: StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
        }
    }
}
