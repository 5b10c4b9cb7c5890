using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Makes an organisation responsible for a recommendation; the plan takes it in when it is next published.</summary>
public sealed class Assign : DecisionKind
{
    public const string Kind = "assign";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.ResponsibilityAssigned;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
        if (view.Cycle.StakeholderOf(asked.Organisation ?? "") is null)
            yield return new("/organisation", "Name an organisation on the list of stakeholders as it is written there: it must be reachable to report.");
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(
        id,
        Name,
        view.Now,
        Recommendation: asked.Recommendation,
        Organisation: view.Cycle.StakeholderOf(asked.Organisation ?? "")?.Organisation ?? asked.Organisation,
        Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => decision.Recommendation!;

    public override Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
