using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Mail;

public sealed class BounceEndpoints(CyclesTable cycles, BounceList bounces)
{
    /// <summary>Whom no mail reaches; <c>correct-address</c> mends it.</summary>
    [Function(nameof(ReadBounces))]
    public async Task<IResult> ReadBounces(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/bounces")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is null
            ? CycleEndpoints.Unknown(cycle)
            : Results.Json(await bounces.ReadAsync(cycle, cancellation), RowDocument.Json);
}
