using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Approves the plan as it is: the round that asks the coordinators to review it ends, whichever waits. After the review of the draft the organisations
/// are asked, after the review of the plan it is published.
/// </summary>
public sealed class ApprovePlan(CyclesTable cycles) : CloseRound(cycles)
{
    public const string Kind = "approve-plan";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.PlanApproved;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (asked.Round is { } round && RoundKinds.Find(round)?.IsReview != true)
            yield return new("/round", $"Leave it out, or name {RoundKinds.DraftReview.Id} or {RoundKinds.PlanReview.Id}.");
    }

    protected override string RoundOf(DecisionRequest asked, DecisionView view) =>
        asked.Round ?? (view.Round(RoundKinds.DraftReview.Id) is { IsOpen: true } draft ? draft.Id : RoundKinds.PlanReview.Id);
}
