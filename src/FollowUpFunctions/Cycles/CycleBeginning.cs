using System.Text.Json;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Cycles;

/// <summary>What became of a wish to begin a cycle.</summary>
public enum BeginOutcome
{
    Begun,

    /// <summary>The key was sent before with something else.</summary>
    OtherContents,

    InUse,

    Unsound,

    /// <summary>It is only looked at.</summary>
    Rehearsed,

    /// <summary>Somebody else works on the key.</summary>
    UnderWay,
}

/// <param name="Intake">What was read; null where that was not come to.</param>
public sealed record BeginAnswer(BeginOutcome Outcome, CycleBegun? Begun = null, CycleIntake? Intake = null);

/// <summary>Begins cycles, for the API and for the desk.</summary>
public sealed class CycleBeginning(
    CyclesTable cycles, PreviousCycles previous, IdempotencyKeys keys, JournalTable journal, FollowUpOptions options, TimeProvider clock)
{
    public Task<CycleIntake> ReadAsync(Upload upload, CancellationToken cancellation) =>
        CyclePosting.ReadAsync(upload, clock.GetUtcNow(), cancellation, cycle => previous.FindAsync(cycle, cancellation));

    /// <param name="key">With one the same wish can be sent again: it begins one cycle, and gives the first answer.</param>
    public async Task<BeginAnswer> BeginAsync(
        Upload upload, string? key, bool dryRun, DurableTaskClient durable, CancellationToken cancellation)
    {
        // Before anything else is looked at: by now the calendar may be past, and the first answer still holds.
        KeyOnRecord? earlier = key is null ? null : await keys.FindAsync(key, cancellation);
        if (earlier is not null && earlier.Body != upload.Fingerprint)
            return new(BeginOutcome.OtherContents);
        if (earlier?.Answer is { } answer)
            return new(BeginOutcome.Begun, JsonSerializer.Deserialize<CycleBegun>(answer, RowDocument.Json)!);

        CycleIntake intake = await ReadAsync(upload, cancellation);
        if (intake.Id is { } id && earlier is null && await cycles.FindAsync(id, cancellation) is not null)
            return new(BeginOutcome.InUse, Intake: intake);
        if (intake.Contents is null)
            return new(BeginOutcome.Unsound, Intake: intake);
        return dryRun ? new(BeginOutcome.Rehearsed, Intake: intake) : await BeginAsync(intake, key, upload, durable, cancellation);
    }

    private async Task<BeginAnswer> BeginAsync(
        CycleIntake intake, string? key, Upload upload, DurableTaskClient durable, CancellationToken cancellation)
    {
        string id = intake.Contents!.Settings.Id;
        if (key is not null && !await keys.ClaimAsync(key, upload.Fingerprint, cancellation))
            return new(BeginOutcome.UnderWay, Intake: intake);
        if (!await cycles.CreateAsync(intake.Contents, cancellation, key is null ? null : IdempotencyKeys.Row(key), intake.Carried))
        {
            if (key is not null)
                await keys.ReleaseAsync(key, cancellation);
            return new(BeginOutcome.InUse, Intake: intake);
        }

        DateTimeOffset created = (await cycles.FindAsync(id, cancellation))!.CreatedAt;
        await journal.WriteAsync(id, new(JournalEvents.CycleStarted, created, id, intake.Contents.Settings.PreviousCycle), cancellation);
        await durable.StartCycleAsync(id, cancellation);
        CycleBegun begun = new(id, $"{options.BaseUrl}/cycles/{id}", intake.Warnings);
        if (key is not null)
            await keys.AnswerAsync(key, JsonSerializer.Serialize(begun, RowDocument.Json), cancellation);
        return new(BeginOutcome.Begun, begun, intake);
    }
}
