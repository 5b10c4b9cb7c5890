using FollowUp.Domain.Reiterations;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.NextCycle;

/// <param name="Previous">Id of the cycle before.</param>
/// <param name="Items">All that it left open, in the order of its document; what has no counterpart too.</param>
public sealed record ReiterationReport(string Previous, int Confirmed, int Proposed, int WithoutCounterpart, IReadOnlyList<ReiterationOf> Items)
{
    public static ReiterationReport Of(string previous, IReadOnlyList<ReiterationOf> items) => new(
        previous,
        items.Count(i => i.State == ReiterationStates.Confirmed),
        items.Count(i => i.State == ReiterationStates.Proposed),
        items.Count(i => i.State == ReiterationStates.WithoutCounterpart),
        items);
}

/// <summary>What the cycle before left open, and what of it the new document says again, by function key.</summary>
public sealed class ReiterationEndpoints(CyclesTable cycles, OpenItemsTable openItems, DecisionsTable decisions)
{
    [Function(nameof(ReadReiterations))]
    public async Task<IResult> ReadReiterations(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/reiterations")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        if (state.Settings.PreviousCycle is not { } previous)
            return Problems.Conflict($"The cycle {cycle} follows no other here: begin the next one with previousCycle, and what this one leaves open is listed there.");
        IReadOnlyList<ReiterationOf> items = ReiterationStates.Of(
            await openItems.ListAsync(cycle, cancellation), (await decisions.ListAsync(cycle, cancellation)).Reiterations());
        return Results.Json(ReiterationReport.Of(previous, items), RowDocument.Json);
    }
}
