using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Gives a round more time.</summary>
public sealed class ExtendRound(CyclesTable cycles) : DecisionKind
{
    public override string Name => "extend-round";

    public override string JournalEvent => JournalEvents.RoundExtended;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        Round? round = view.Round(asked.Round);
        if (round is null)
            yield return new("/round", "Name a round that has opened, such as consultation.");
        if (asked.Closes is null || asked.Closes <= view.Now || asked.Closes <= round?.Window.Closes)
            yield return new("/closes", "Give the new end: an instant with its offset, later than now and than the end so far.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        view.Round(asked.Round) is { IsOpen: true } ? null : $"The round {asked.Round} is not open.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, asked.Round, asked.Closes, Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => decision.Round!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        Round? now = await cycles.ChangeRoundAsync(
            new(cycle, decision.Round!),
            round => round.IsOpen && decision.Closes > round.Window.Closes ? round with { Window = round.Window with { Closes = decision.Closes } } : round,
            cancellation);
        return now is { IsOpen: true } ? [now.Id] : [];
    }
}
