using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Progress;

/// <summary>What is overdue now, for the secretariat by function key.</summary>
public sealed class OverdueEndpoints(CyclesTable cycles, PlanComposer plans, FollowUpOptions options, TimeProvider clock)
{
    [Function(nameof(ReadOverdue))]
    public async Task<IResult> ReadOverdue(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/overdue")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is null
            ? CycleEndpoints.Unknown(cycle)
            : Results.Json(
                OverdueReport.Of(await plans.CurrentAsync(cycle, cancellation), clock.GetUtcNow(), who => $"{options.BaseUrl}/cycles/{cycle}/letters/{who}"),
                RowDocument.Json);
}
