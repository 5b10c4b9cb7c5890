using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Intake;
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

        Findings findings = new();
        asked ??= new(null, null, null, null, null);
        asked.Check(findings);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        Invitation? invitation = asked.Who is { } who ? await recording.InvitationOfAsync(new(cycle, round), onRecord, who, cancellation) : null;
        if (invitation is null || facts.ContactOf(invitation.Who) is not { } contact)
        {
            findings.Add("/who", $"“{asked.Who}” was not asked in this round: name a stakeholder of the cycle who was, by id.");
            return Problems.BadInput(findings.Problems);
        }

        AnswerSheet sheet = Recording.Sheet(asked, RoundForms.Find(kind.Form.Id, onRecord.FormVersion), contact.Language, invitation.Asked, findings);
        if (findings.Problems.Count > 0)
            return Problems.BadInput(findings.Problems);
        Invitation now = await recording.RecordAsync(invitation, sheet, asked.Replace == true, cancellation);
        return now.Fingerprint == Fingerprint.Of(sheet)
            ? Results.Json(
                new AnswersRecorded(round, now.Who, now.Ref.Id, now.Revision, FormPages.Reference(now), now.Submitted!.Value, now.IsLate, sheet.Recorded!), RowDocument.Json)
            : Problems.Conflict($"“{now.Who}” has answered already (revision {now.Revision}, {now.Submitted:u}): look at GET {request.Path}, and send these again with \"replace\": true if they are to count instead.");
    }

    private static IResult Unknown(string round) =>
        Problems.NotFound($"There are no answers to read or record in a round {round}: name a round that has opened, such as consultation.");
}
