using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Plans;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// What changes the plan, from its draft on: each needs its reason. It is brought in when the plan is next read or published, always from the draft
/// and all decisions in their order.
/// </summary>
public abstract class PlanDecision : DecisionKind
{
    protected const int LongestText = 2_000;
    protected const int LongestLine = 300;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        Findings findings = new();
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            findings.Add("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
        if (string.IsNullOrWhiteSpace(asked.Note))
            findings.Add("/note", "Say why: the reason stands in the journal, and those whose proposal it concerns can read it.");
        // Before there is a draft nothing in it can be named: the answer is that it is too early.
        if (findings.Problems.Count == 0 && HasDraft(view))
            Check(asked, view, view.Reviewed.First(i => i.Recommendation == asked.Recommendation), findings);
        return findings.Problems;
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        HasDraft(view) ? null : "There is no draft plan yet: it is made when the consultation has closed.";

    // Those concerned will read the reason, so it names nobody.
    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Recommendation: asked.Recommendation, Note: new Discretion(view.Cycle).OfOptional(asked.Note?.Trim())) { Change = Change(asked, view) };

    public override string Subject(DecisionOnRecord decision) => decision.Recommendation!;

    public override string Detail(DecisionOnRecord decision) => $"{decision.Id}: {decision.Note}";

    public override Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    protected abstract PlanChange Change(DecisionRequest asked, DecisionView view);

    private protected abstract void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings);

    private static bool HasDraft(DecisionView view) => view.Round(RoundKinds.DraftReview.Id) is not null;
}

/// <summary>What is about one action of the plan.</summary>
public abstract class ActionDecision : PlanDecision
{
    protected override PlanChange Change(DecisionRequest asked, DecisionView view) => new(Actions: [asked.Action ?? ""]);

    private protected override void Check(DecisionRequest asked, DecisionView view, PlanItem item, Findings findings)
    {
        if (Choices(item).All(a => a.Id != asked.Action))
            findings.Add("/action", $"Name an action of {item.Recommendation} by its id, as GET plan lists them: {Listed(Choices(item))}.");
    }

    protected virtual IEnumerable<PlannedAction> Choices(PlanItem item) => item.Actions;

    protected static string Listed(IEnumerable<PlannedAction> actions) =>
        string.Join(", ", actions.Select(a => a.Id)) is { Length: > 0 } all ? all : "it has none";
}

/// <summary>Says that an action stands as it is; also one that was dropped before.</summary>
public sealed class AcceptAction : ActionDecision
{
    public override string Name => ReviewKinds.Accept;

    public override string JournalEvent => JournalEvents.ActionAccepted;

    protected override IEnumerable<PlannedAction> Choices(PlanItem item) => item.Actions.Concat(item.Dropped);
}

/// <summary>Takes an action out of the plan; those who proposed it are told why.</summary>
public sealed class DropAction : ActionDecision
{
    public override string Name => ReviewKinds.Drop;

    public override string JournalEvent => JournalEvents.ActionDropped;
}
