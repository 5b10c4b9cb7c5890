using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Says that a meeting has settled what was disputed about a recommendation, and how important it is.</summary>
public sealed class SettleDispute : PlanDecision
{
    private static readonly string[] _levels = ["high", "medium", "low"];

    public override string Name => ReviewKinds.Settle;

    public override string JournalEvent => JournalEvents.DisputeSettled;

    protected override PlanChange Change(DecisionRequest asked, DecisionView view) => new(Priority: asked.Priority);

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        if (asked.Priority is { } level && !_levels.Contains(level))
            findings.Add("/priority", $"Say one of {string.Join(", ", _levels)}, or leave it out.");
    }
}
