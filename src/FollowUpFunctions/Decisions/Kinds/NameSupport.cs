using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Says which organisations support the follow-up of a recommendation: all of them, in place of those before.</summary>
public sealed class NameSupport : PlanDecision
{
    private const int Most = 20;

    public override string Name => ReviewKinds.Support;

    public override string JournalEvent => JournalEvents.SupportNamed;

    protected override PlanChange Change(DecisionRequest asked, DecisionView view) => new(Organisations:
    [
        .. (asked.Organisations ?? []).Select(name => view.Cycle.StakeholderOf(name ?? "")?.Organisation ?? name ?? "").Distinct(StringComparer.OrdinalIgnoreCase),
    ]);

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        if (asked.Organisations is not { Count: <= Most } organisations)
        {
            findings.Add("/organisations", $"List the organisations that support it, {Most} at most; an empty list says that none does.");
            return;
        }

        for (int n = 0; n < organisations.Count; n++)
        {
            if (view.Cycle.StakeholderOf(organisations[n] ?? "") is null)
                findings.Add($"/organisations/{n}", "Name an organisation on the list of stakeholders as it is written there: it must be reachable to confirm.");
        }
    }
}
