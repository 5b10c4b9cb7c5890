using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Health;

/// <summary>Asked by whatever watches the app; anybody may, and learns nothing but which part fails.</summary>
public sealed class HealthEndpoints(HealthCheck check)
{
    [Function(nameof(ShowHealth))]
    public async Task<IResult> ShowHealth([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request)
    {
        HealthReport report = await check.LookAsync();
        return Results.Json(report, RowDocument.Json, statusCode: report.Status == HealthReport.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
