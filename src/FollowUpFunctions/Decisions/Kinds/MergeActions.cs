using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Makes one action of several: the first keeps its words, or gets new ones, and all answers stand behind it.</summary>
public sealed class MergeActions : PlanDecision
{
    public override string Name => ReviewKinds.Merge;

    public override string JournalEvent => JournalEvents.ActionsMerged;

    protected override PlanChange Change(DecisionRequest asked, DecisionView view) =>
        new(Actions: asked.Actions ?? [], Words: asked.Text is { } text ? new(text.Trim()) : null);

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        if (asked.Actions is not { Count: >= 2 } actions || actions.Distinct().Count() != actions.Count)
        {
            findings.Add("/actions", "List at least two actions by their ids, each once; the first keeps its place.");
            return;
        }

        for (int n = 0; n < actions.Count; n++)
        {
            if (item.Actions.All(a => a.Id != actions[n]))
                findings.Add($"/actions/{n}", $"“{actions[n]}” is no action of {item.Recommendation}: use an id that GET plan lists.");
        }

        findings.OptionalText("/text", asked.Text, LongestText);
    }
}
