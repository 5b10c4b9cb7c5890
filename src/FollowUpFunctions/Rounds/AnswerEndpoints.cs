using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Rounds;

/// <summary>The answers to a round, for the secretariat by function key: to read them, and to record those that came another way.</summary>
public sealed class AnswerEndpoints(CyclesTable cycles, RoundAnswers answers, Recording recording)
{
    private const string Route = "cycles/{cycle}/rounds/{round}/answers";

    [Function(nameof(ReadAnswers))]
    public async Task<IResult> ReadAnswers(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, string cycle, string round, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        return RecordedRounds.Find(round) is null || await cycles.Rounds.FindAsync(new(cycle, round), cancellation) is null
            ? Unknown(round)
            : Results.Json((await answers.NewestAsync(new(cycle, round), cancellation)).Select(AnswerReport.Of), RowDocument.Json);
    }

    [Function(nameof(RecordAnswers))]
    public async Task<IResult> RecordAnswers(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request, string cycle, string round, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        if (RecordedRounds.Find(round) is not { } kind || await cycles.Rounds.FindAsync(new(cycle, round), cancellation) is not { OpenedAt: not null } onRecord)
            return Unknown(round);
        if (state.EndedAt is not null || state.Settings.Cancelled is not null)
            return Problems.Conflict($"The cycle {cycle} is over: no answers are recorded any more.");
        RecordingRequest? asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<RecordingRequest>(request.Body, JsonSerializerOptions.Web, cancellation);
        }
        catch (JsonException e)
        {
            return Problems.BadInput(JsonPointers.Of(e), $"These are no answers: {e.Message}");
        }

        RecordingAnswer answer = await recording.TakeAsync(cycle, onRecord, kind, asked ?? new(null, null, null, null, null), cancellation);
        if (answer.Invitation is not { } now)
            return Problems.BadInput(answer.Problems);
        return answer.Standing
            ? Problems.Conflict($"“{now.Who}” has answered already (revision {now.Revision}, {now.Submitted:u}): look at GET {request.Path}, and send these again with \"replace\": true if they are to count instead.")
            : Results.Json(
                new AnswersRecorded(round, now.Who, now.Ref.Id, now.Revision, FormPages.Reference(now), now.Submitted!.Value, now.IsLate, answer.Sheet!.Recorded!), RowDocument.Json);
    }

    private static IResult Unknown(string round) =>
        Problems.NotFound($"There are no answers to read or record in a round {round}: name a round that has opened, such as consultation.");
}
