using FollowUpFunctions.Configuration;
using FollowUpFunctions.Http;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>The coordinator's API of a cycle, by function key.</summary>
public sealed class CycleEndpoints(
    CyclesTable cycles, CycleStatus status, PlanComposer composer, JournalTable journal, FollowUpOptions options, TimeProvider clock)
{
    private const int JournalEntries = 1_000;

    [Function(nameof(ReadCycle))]
    public async Task<IResult> ReadCycle(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is { } state
            ? Results.Json(await status.ReadAsync(state, cancellation), RowDocument.Json)
            : Unknown(cycle);

    [Function(nameof(ReadJournal))]
    public async Task<IResult> ReadJournal(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/journal")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is null
            ? Unknown(cycle)
            : Results.Json(await journal.ReadAsync(cycle, JournalEntries, cancellation), RowDocument.Json);

    /// <summary>The plan's items with the ids of the answers that they come from; what is published carries no such ids.</summary>
    [Function(nameof(ReadPlanItems))]
    public async Task<IResult> ReadPlanItems(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/plan")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is null
            ? Unknown(cycle)
            : Results.Json((await composer.ReadAsync(cycle, cancellation)).Items, RowDocument.Json);

    /// <summary>Goes on from the tables where the orchestration is gone: its task hub was deleted, or it was moved to another host.</summary>
    [Function(nameof(RestartCycle))]
    public async Task<IResult> RestartCycle(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/restart")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return Unknown(cycle);
        if (state.Settings.Cancelled is { } cancelled)
            return Problems.Conflict($"The cycle {cycle} was cancelled at {cancelled.At:u}: begin another with POST /cycles.");
        if (state.EndedAt is not null)
            return Problems.Conflict($"The cycle {cycle} has ended: there is nothing to go on with.");
        if (await durable.IsCycleRunningAsync(cycle, cancellation))
            return Problems.Conflict($"The cycle {cycle} is running: restart is for one whose orchestration is gone.");
        await journal.WriteAsync(cycle, new(JournalEvents.CycleRestarted, clock.GetUtcNow(), cycle), cancellation);
        await durable.StartCycleAsync(cycle, cancellation);
        return Accepted(cycle);
    }

    internal static IResult Unknown(string cycle) => Problems.NotFound($"There is no cycle {cycle}: look at the id, or start it with POST /cycles.");

    private IResult Accepted(string cycle) => Results.Accepted(Address(cycle), new { id = cycle, status = Address(cycle) });

    private string Address(string cycle) => $"{options.BaseUrl}/cycles/{cycle}";
}
