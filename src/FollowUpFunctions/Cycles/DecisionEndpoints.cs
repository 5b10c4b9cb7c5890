using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>The body of <c>POST /cycles/{id}/decisions</c>.</summary>
/// <param name="Id">Chosen by the caller so that a repeated call is one decision; made up when missing.</param>
/// <param name="Decision">One of <see cref="Decisions.Kinds"/>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionRequest(
    string? Id, string? Decision, string? Round, DateTimeOffset? Closes, string? Recommendation, string? Organisation, string? Note);

public sealed class DecisionEndpoints(CyclesTable cycles, Decisions decisions, TimeProvider clock)
{
    private const int LongestNote = 2_000;

    [Function(nameof(Decide))]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cycles/{cycle}/decisions")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string cycle,
        CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        DecisionRequest? asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<DecisionRequest>(request.Body, JsonSerializerOptions.Web, cancellation);
        }
        catch (JsonException e)
        {
            return Problems.BadInput(JsonPointers.Of(e), $"This is not a decision: {e.Message}");
        }

        CycleFacts facts = (await cycles.FactsAsync(cycle, cancellation))!;
        string round = asked?.Decision == Decisions.ApprovePlan ? RoundKinds.PlanReview.Id : asked?.Round ?? "";
        if (Slug.IsSlug(asked?.Id) && await cycles.DecisionAsync(cycle, asked!.Id!, cancellation) is { } earlier)
            return await RepeatAsync(durable, cycle, earlier, asked, round, cancellation);
        Round? onRecord = RoundKinds.Find(round) is null ? null : await cycles.RoundAsync(new(cycle, round), cancellation);
        List<Problem> problems = [.. Faults(asked, facts, onRecord)];
        if (problems.Count > 0)
            return Problems.BadInput(problems);
        if (state.EndedAt is not null)
            return Problems.Conflict($"The cycle {cycle} has ended: nothing can be decided any more.");
        if (asked!.Decision != Decisions.Assign && onRecord is not { IsOpen: true })
            return Problems.Conflict($"The round {round} is not open.");

        DecisionOnRecord decision = new(
            asked.Id ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            asked.Decision!,
            clock.GetUtcNow(),
            asked.Decision == Decisions.Assign ? null : round,
            asked.Closes,
            asked.Recommendation,
            asked.Organisation is { } name ? facts.Stakeholders.First(s => Organisations.Same(s.Organisation, name)).Organisation : null,
            asked.Note);
        await decisions.TakeAsync(durable, cycle, decision, cancellation);
        return Results.Json(decision, RowDocument.Json, statusCode: StatusCodes.Status202Accepted);
    }

    // The caller may not have seen our answer: what is on record is carried out, whatever has happened since.
    private async Task<IResult> RepeatAsync(
        DurableTaskClient durable, string cycle, DecisionOnRecord earlier, DecisionRequest asked, string round, CancellationToken cancellation)
    {
        bool same = earlier.Kind == asked.Decision
            && (earlier.Round ?? "") == (asked.Decision == Decisions.Assign ? "" : round)
            && earlier.Closes == asked.Closes
            && earlier.Recommendation == asked.Recommendation
            && Organisations.Same(earlier.Organisation ?? "", asked.Organisation ?? "");
        if (!same)
            return Problems.Conflict($"The decision {earlier.Id} is on record and is another one: choose another id, or leave it out.");
        await decisions.TakeAsync(durable, cycle, earlier, cancellation);
        return Results.Json(earlier, RowDocument.Json, statusCode: StatusCodes.Status202Accepted);
    }

    private IEnumerable<Problem> Faults(DecisionRequest? asked, CycleFacts facts, Round? round)
    {
        if (asked?.Decision is null || !Decisions.Kinds.Contains(asked.Decision))
        {
            yield return new("/decision", $"Say what is decided: one of {string.Join(", ", Decisions.Kinds)}.");
            yield break;
        }

        if (asked.Id is not null && !Slug.IsSlug(asked.Id))
            yield return new("/id", "An id has lower-case letters, digits and hyphens, 63 at most; leave it out to have one made.");
        if (asked.Note?.Length > LongestNote)
            yield return new("/note", $"A note has at most {LongestNote:N0} characters.");
        if (asked.Decision is Decisions.CloseRound or Decisions.ExtendRound && round is null)
            yield return new("/round", "Name a round that has opened, such as consultation.");
        if (asked.Decision is Decisions.ExtendRound && (asked.Closes is null || asked.Closes <= clock.GetUtcNow() || asked.Closes <= round?.Window.Closes))
            yield return new("/closes", "Give the new end: an instant with its offset, later than now and than the end so far.");
        if (asked.Decision is Decisions.Assign && (asked.Recommendation is null || facts.Recommendation(asked.Recommendation) is null))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
        if (asked.Decision is Decisions.Assign && !facts.Stakeholders.Any(s => Organisations.Same(s.Organisation, asked.Organisation ?? "")))
            yield return new("/organisation", "Name an organisation on the list of stakeholders as it is written there: it must be reachable to report.");
    }
}
