using FollowUp.Domain.Cycles;
using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Says that an objective of an organisation's strategic plan and a recommendation are about the same. The decision itself is what counts: the plan and
/// the report read it. It is about the objective's words, so it outlives a new upload that has them.
/// </summary>
public class AcceptMatch(StrategicPlansTable plans) : DecisionKind
{
    public const string Kind = "accept-match";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.MatchAccepted;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
    }

    public override async Task<IReadOnlyList<Problem>> FaultsAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation)
    {
        IReadOnlyList<Problem> faults = await base.FaultsAsync(cycle, asked, view, cancellation);
        StrategicPlan? plan = Slug.IsSlug(asked.Organisation) ? await plans.FindAsync(cycle, asked.Organisation!, cancellation) : null;
        if (plan is null)
            return [.. faults, new("/organisation", "Name the organisation whose strategic plan it is, as GET strategic-plans lists it, such as ngo-3.")];
        return plan.Objectives.Any(o => o.Id == asked.Objective)
            ? faults
            : [.. faults, new("/objective", $"Name an objective of the strategic plan by the id that GET strategic-plans/{plan.Slug} lists.")];
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Recommendation: asked.Recommendation, Organisation: asked.Organisation, Note: asked.Note) { Objective = asked.Objective };

    public override string Subject(DecisionOnRecord decision) => $"{decision.Recommendation}~{decision.Organisation}~{decision.Objective}";

    public override Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>Says that they are not: the match is offered no more.</summary>
public sealed class RefuseMatch(StrategicPlansTable plans) : AcceptMatch(plans)
{
    public const string RefuseKind = "refuse-match";

    public override string Name => RefuseKind;

    public override string JournalEvent => JournalEvents.MatchRefused;
}
