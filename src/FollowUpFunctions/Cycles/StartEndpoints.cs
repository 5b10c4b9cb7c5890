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
public sealed class StartEndpoints(CycleBeginning beginning, FollowUpOptions options)
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
        BeginAnswer answer = await beginning.BeginAsync(upload, key, request.Query["dryRun"] == "true", durable, cancellation);
        return answer.Outcome switch
        {
            BeginOutcome.Begun => new AcceptedCycle(answer.Begun!),
            BeginOutcome.Rehearsed => Results.Json(Rehearsed(answer.Intake!), RowDocument.Json),
            BeginOutcome.InUse => InUse(answer.Intake!.Id!),
            BeginOutcome.Unsound => Problems.BadInput(answer.Intake!.Problems),
            BeginOutcome.UnderWay => Problems.Conflict($"A request with this {IdempotencyKeyHeader.Name} is being worked on: send it again in a minute or two for its answer."),
            _ => Problems.Unprocessable($"The {IdempotencyKeyHeader.Name} was sent before with another body: use a new one for another cycle."),
        };
    }

    private static CycleRehearsed Rehearsed(CycleIntake intake) => new(
        intake.Contents!.Settings.Id,
        intake.Contents.Recommendations.Count,
        intake.Contents.Recommendations.Count(r => r.Uncertain is not null),
        intake.Contents.Stakeholders.Count,
        intake.Warnings,
        intake.Carried is { } carried ? CarriedReport.Of(carried) : null);

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
