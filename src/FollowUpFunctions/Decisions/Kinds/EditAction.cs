using System.Globalization;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Gives an action other words, or a deadline, an indicator, what it takes and who pays; what is left out stays.</summary>
public sealed class EditAction : ActionDecision
{
    public override string Name => ReviewKinds.Edit;

    public override string JournalEvent => JournalEvents.ActionEdited;

    protected override PlanChange Change(DecisionRequest asked, DecisionView view) => new(Actions: [asked.Action ?? ""], Words: Words(asked));

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        base.Check(asked, view, item, findings);
        if (Words(asked) == new ActionWords())
            findings.Add("", "Nothing of the action would change: give text, strategy, timeFrame, indicator, resources, funding or due.");
        findings.OptionalText("/text", asked.Text, LongestText);
        findings.OptionalText("/strategy", asked.Strategy, LongestText);
        findings.OptionalLine("/indicator", asked.Indicator, LongestLine);
        findings.OptionalLine("/resources", asked.Resources, LongestLine);
        findings.OptionalLine("/funding", asked.Funding, LongestLine);
        if (asked.TimeFrame is { } frame && !TimeFrames.Contains(frame))
            findings.Add("/timeFrame", $"Say one of {string.Join(", ", TimeFrames)}; for a day use due.");
        if (asked.Due is { } due && !DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            findings.Add("/due", "Write the deadline as a date like 2031-12-31.");
    }

    private static IReadOnlyList<string> TimeFrames => RoundForms.Consultation.Pages.SelectMany(p => p.Questions).First(q => q.Id == "time-frame").Options!;

    private static ActionWords Words(DecisionRequest asked) =>
        new(asked.Text?.Trim(), asked.Strategy?.Trim(), asked.TimeFrame, asked.Indicator?.Trim(), asked.Resources?.Trim(), asked.Funding?.Trim(), asked.Due);
}
