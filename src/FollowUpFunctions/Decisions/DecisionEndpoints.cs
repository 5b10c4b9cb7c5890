using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Decisions;

/// <summary>The body of <c>POST /cycles/{id}/decisions</c>; each kind of decision says which members it needs.</summary>
/// <param name="Id">Chosen by the caller so that a repeated call is one decision; made up when missing.</param>
/// <param name="Decision">The name of a <see cref="DecisionKind"/>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionRequest(
    string? Id, string? Decision, string? Round, DateTimeOffset? Closes, string? Recommendation, string? Organisation, string? Note)
{
    /// <summary>A step of the calendar: a round's id, <c>workshop</c> or <c>monitoring-workshop</c>.</summary>
    public string? Step { get; init; }

    /// <summary>When the step begins instead: an instant, or a local time in the cycle's zone.</summary>
    public string? To { get; init; }

    /// <summary><c>workshop</c> or <c>monitoring-workshop</c>.</summary>
    public string? Meeting { get; init; }

    /// <summary>An instant or a local time, like <see cref="To"/>; what is left out of a meeting's change stays.</summary>
    public string? Starts { get; init; }

    public string? Ends { get; init; }

    public string? Place { get; init; }

    public string? Programme { get; init; }

    /// <summary>Somebody's id.</summary>
    public string? Who { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>A working group's id.</summary>
    public string? Group { get; init; }

    /// <summary>How many groups to form.</summary>
    public int? Groups { get; init; }

    /// <summary>Time between letters, in days and hours such as <c>90.00:00:00</c>.</summary>
    public string? Every { get; init; }

    /// <summary>Ids of the ministries in charge of the Convention.</summary>
    public IReadOnlyList<string>? InCharge { get; init; }

    /// <summary>Id of an action of the plan.</summary>
    public string? Action { get; init; }

    /// <summary>Ids of actions that become one.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>What an action is split into.</summary>
    public IReadOnlyList<ActionPart>? Parts { get; init; }

    /// <summary>Words of an action.</summary>
    public string? Text { get; init; }

    public string? Strategy { get; init; }

    public string? TimeFrame { get; init; }

    public string? Indicator { get; init; }

    public string? Resources { get; init; }

    /// <summary>Who pays.</summary>
    public string? Funding { get; init; }

    /// <summary>A deadline: an ISO 8601 date.</summary>
    public string? Due { get; init; }

    /// <summary>Id of an objective of an organisation's strategic plan.</summary>
    public string? Objective { get; init; }

    /// <summary>Key of a recommendation of the earlier cycle.</summary>
    public string? Earlier { get; init; }

    /// <summary>Organisations that support.</summary>
    public IReadOnlyList<string>? Organisations { get; init; }

    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>Ids of those who really came.</summary>
    public IReadOnlyList<string>? Came { get; init; }

    /// <summary>SHA-256 of a file that was given as evidence, in hexadecimal.</summary>
    public string? File { get; init; }

    /// <summary>A child's voice by its id.</summary>
    public string? Voice { get; init; }

    /// <summary>What was found in a voice: <c>free</c>, <c>redacted</c> or <c>withheld</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>A voice's words as they may be shown.</summary>
    public string? Words { get; init; }

    /// <summary>What children are told, by language.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }
}

public sealed class DecisionEndpoints(CyclesTable cycles, Deciding deciding)
{
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

        DecisionAnswer answer = await deciding.DecideAsync(durable, state, asked, cancellation);
        return answer.Taken is { } taken ? Results.Json(taken, RowDocument.Json, statusCode: StatusCodes.Status202Accepted)
            : answer.Conflict is { } conflict ? Problems.Conflict(conflict)
            : Problems.BadInput(answer.Problems);
    }
}
