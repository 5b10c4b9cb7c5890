using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Publishes the draft: the round that asks the coordinators to review it ends.</summary>
public sealed class ApprovePlan(CyclesTable cycles) : CloseRound(cycles)
{
    public const string Kind = "approve-plan";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.PlanApproved;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view) => [];

    protected override string RoundOf(DecisionRequest asked) => RoundKinds.PlanReview.Id;
}
