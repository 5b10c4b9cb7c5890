using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Decisions;

/// <summary>What became of a decision that was asked for: it was taken, or it says why not.</summary>
/// <param name="Taken">Null where it was not taken.</param>
/// <param name="Problems">What is missing or wrong in what was asked.</param>
/// <param name="Conflict">Why a sound decision can't be taken now, or null.</param>
public sealed record DecisionAnswer(DecisionOnRecord? Taken, IReadOnlyList<Problem> Problems, string? Conflict)
{
    /// <summary>A decision of the same id is on record and says something else.</summary>
    public bool IsAnother { get; init; }
}

/// <summary>The one place where decisions are taken, whoever brings them: they are checked, written, and carried out.</summary>
public sealed class Deciding(CyclesTable cycles, DecisionsTable onRecord, SourcesTable sources, DecisionTaking decisions, TimeProvider clock)
{
    private const int LongestNote = 2_000;

    /// <summary>What a decision is taken in view of.</summary>
    /// <param name="withSources">With the answers that the plan comes from.</param>
    public async Task<DecisionView> ViewAsync(CycleState state, bool withSources, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (withSources)
            contents = contents with { Items = await sources.WithSourcesAsync(cycle, contents.Items, cancellation) };
        return new(state, contents, await cycles.Rounds.ListAsync(cycle, cancellation), clock.GetUtcNow())
        {
            Decided = await onRecord.ListAsync(cycle, cancellation),
        };
    }

    /// <summary>What is missing or wrong in what is asked, whether or not it could be taken now.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(DecisionRequest asked, DecisionView view, CancellationToken cancellation) =>
        decisions.Kind(asked.Decision) is { } kind
            ? [.. Faults(asked), .. await kind.FaultsAsync(view.Settings.Id, asked, view, cancellation)]
            : [new("/decision", $"Say what is decided: one of {string.Join(", ", decisions.Kinds)}.")];

    public async Task<DecisionAnswer> DecideAsync(DurableTaskClient durable, CycleState state, DecisionRequest? asked, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        DecisionView view = await ViewAsync(state, asked?.Parts is not null, cancellation);
        DecisionKind? kind = decisions.Kind(asked?.Decision);
        if (Slug.IsSlug(asked?.Id) && await onRecord.FindAsync(cycle, asked!.Id!, cancellation) is { } earlier)
        {
            return kind is not null && Same(earlier, kind.OnRecord(asked, view, earlier.Id))
                ? await CarryOutAsync(durable, cycle, earlier, cancellation)
                : Refused($"The decision {earlier.Id} is on record and is another one: choose another id, or leave it out.") with { IsAnother = true };
        }

        IReadOnlyList<Problem> problems = await ProblemsAsync(asked ?? Nothing, view, cancellation);
        if (problems.Count > 0)
            return new(null, problems, null);
        if (state.Settings.Cancelled is { } cancelled)
            return Refused($"The cycle {cycle} was cancelled at {cancelled.At:u}: nothing can be decided any more.");
        if (state.EndedAt is not null)
            return Refused($"The cycle {cycle} has ended: nothing can be decided any more.");
        if (await kind!.HindranceAsync(cycle, asked!, view, cancellation) is { } hindrance)
            return Refused(hindrance);
        string id = asked!.Id ?? NewId(view.Now);
        return await CarryOutAsync(durable, cycle, kind.OnRecord(asked, view, id), cancellation);
    }

    /// <summary>An id for a decision that has none.</summary>
    internal static string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    private static DecisionRequest Nothing { get; } = new(null, null, null, null, null, null, null);

    private static DecisionAnswer Refused(string why) => new(null, [], why);

    // A repeated one too: the caller may not have seen our answer, and what is on record is carried out, whatever has happened since.
    private async Task<DecisionAnswer> CarryOutAsync(DurableTaskClient durable, string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await decisions.TakeAsync(durable, cycle, decision, cancellation);
        return new(decision, [], null);
    }

    private static bool Same(DecisionOnRecord a, DecisionOnRecord b) =>
        JsonSerializer.Serialize(a with { At = b.At, Note = b.Note }, RowDocument.Json) == JsonSerializer.Serialize(b, RowDocument.Json);

    private static IEnumerable<Problem> Faults(DecisionRequest asked)
    {
        if (asked.Id is not null && !Slug.IsSlug(asked.Id))
            yield return new("/id", "An id has lower-case letters, digits and hyphens, 63 at most; leave it out to have one made.");
        if (asked.Note?.Length > LongestNote)
            yield return new("/note", $"A note has at most {LongestNote:N0} characters.");
    }
}
