using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Somebody who had asked for no more mail asks for it again: they are mailed in rounds that open from now on. It takes a reason, since it goes against
/// what the person said last.
/// </summary>
public sealed class LiftOptOut(CyclesTable cycles) : DecisionKind
{
    public override string Name => "lift-opt-out";

    public override string JournalEvent => JournalEvents.OptOutLifted;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (string.IsNullOrWhiteSpace(asked.Who))
            yield return new("/who", "Name somebody by their id, such as ngo-3.");
        if (string.IsNullOrWhiteSpace(asked.Note))
            yield return new("/note", "Say how the person asked to be mailed again: they had asked for no more mail.");
    }

    public override async Task<string?> HindranceAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation) =>
        (await cycles.OptedOutAsync(cycle, cancellation)).Contains(asked.Who!)
            ? null
            : $"{asked.Who} has not asked for no more mail: nothing is to be lifted.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note, Who: asked.Who);

    public override string Subject(DecisionOnRecord decision) => decision.Who!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        // Whoever opts out again after the decision stays out, also where it is carried out a second time.
        if ((await cycles.OptedOutSinceAsync(cycle, cancellation)).TryGetValue(decision.Who!, out DateTimeOffset since) && since <= decision.At)
            await cycles.LiftOptOutAsync(cycle, decision.Who!, cancellation);
        return [];
    }
}
