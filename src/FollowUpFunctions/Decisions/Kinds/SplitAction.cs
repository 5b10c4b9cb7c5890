using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Makes several actions of one. The coordinator may say which answers stand behind which part; a part without answers of its own is everybody's.
/// </summary>
public sealed class SplitAction : ActionDecision
{
    private const int MostParts = 10;

    public override string Name => ReviewKinds.Split;

    public override string JournalEvent => JournalEvents.ActionSplit;

    protected override PlanChange Change(DecisionRequest asked, DecisionView view) =>
        new(Actions: [asked.Action ?? ""], Parts: [.. (asked.Parts ?? []).Select(p => p with { Text = p.Text?.Trim() ?? "" })]);

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        base.Check(asked, view, item, findings);
        if (asked.Parts is not { Count: >= 2 and <= MostParts } parts)
        {
            findings.Add("/parts", $"Give the words of each part: two to {MostParts}.");
            return;
        }

        string[] sources = [.. item.Actions.FirstOrDefault(a => a.Id == asked.Action)?.Sources.Select(s => s.Answer) ?? []];
        for (int n = 0; n < parts.Count; n++)
        {
            if (string.IsNullOrWhiteSpace(parts[n].Text))
                findings.Add($"/parts/{n}/text", "Say what this part is.");
            findings.OptionalText($"/parts/{n}/text", parts[n].Text, LongestText);
            foreach (string unknown in parts[n].Sources?.Except(sources).Take(1) ?? [])
                findings.Add($"/parts/{n}/sources", $"“{unknown}” is no answer behind this action: use an id that GET plan lists under its sources.");
        }

        if (parts.All(p => p.Sources is not null) && sources.Except(parts.SelectMany(p => p.Sources!)).FirstOrDefault() is { } forgotten)
            findings.Add("/parts", $"The answer {forgotten} would stand behind no part: name it in one, or leave the sources of one part out.");
    }
}
