using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Ends a round before its time.</summary>
public class CloseRound(CyclesTable cycles) : DecisionKind
{
    public override string Name => "close-round";

    public override string JournalEvent => JournalEvents.RoundCloseDecided;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Round(RoundOf(asked, view)) is null)
            yield return new("/round", "Name a round that has opened, such as consultation.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        ChildrensRounds.IsTelling(RoundOf(asked, view)!) ? "Children wait to be told what became of what they said: decide tell-children, with what you tell them."
        : view.Round(RoundOf(asked, view)) is { IsOpen: true } ? null : $"The round {RoundOf(asked, view)} is not open.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, RoundOf(asked, view), Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => decision.Round!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        Round? now = await cycles.Rounds.ChangeAsync(
            new(cycle, decision.Round!),
            round => round.IsOpen ? round with { CloseDecision = round.CloseDecision ?? decision.Id } : round,
            cancellation);
        return now is { IsOpen: true } ? [now.Id] : [];
    }

    protected virtual string? RoundOf(DecisionRequest asked, DecisionView view) => asked.Round;
}
