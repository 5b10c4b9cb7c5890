using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Reiterations;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Says that a recommendation repeats one that the cycle before left open. Only then the plan leads to it, and it counts as said again where
/// the document itself doesn't say so. Of several decisions on the same two the newest counts, whenever it is carried out.
/// </summary>
public class ConfirmReiteration(CyclesTable cycles, OpenItemsTable openItems, DecisionsTable decisions) : DecisionKind
{
    public const string Kind = "confirm-reiteration";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.ReiterationConfirmed;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
    }

    public override async Task<IReadOnlyList<Problem>> FaultsAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation)
    {
        IReadOnlyList<Problem> faults = await base.FaultsAsync(cycle, asked, view, cancellation);
        return (await openItems.ListAsync(cycle, cancellation)).Any(item => item.Key == asked.Earlier)
            ? faults
            : [.. faults, new("/earlier", "Name what the cycle before left open by its key there, as GET reiterations lists it, such as 14.")];
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Recommendation: asked.Recommendation, Note: asked.Note) { Earlier = asked.Earlier };

    public override string Subject(DecisionOnRecord decision) => $"{decision.Recommendation}~{decision.Earlier}";

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        IReadOnlyList<OpenItem> open = await openItems.ListAsync(cycle, cancellation);
        string[] confirmed =
        [
            .. ReiterationStates.ConfirmedIn(open, (await decisions.ListAsync(cycle, cancellation)).Reiterations())
                .Where(c => c.Recommendation == decision.Recommendation)
                .Select(c => c.Earlier.Citation),
        ];
        HashSet<string> ours = [.. open.Select(item => item.Citation)];
        await cycles.ChangeRecommendationAsync(cycle, decision.Recommendation!, r => With(r, confirmed, ours), cancellation);
        return [];
    }

    // What the document says stays as it says it.
    private static Recommendation With(Recommendation r, string[] confirmed, HashSet<string> ours) =>
        r.ReiteratedFrom is null || (ours.Contains(r.ReiteratedFrom) && !confirmed.Contains(r.ReiteratedFrom))
            ? r with { ReiteratedFrom = confirmed.FirstOrDefault() }
            : r;
}

/// <summary>Says that it doesn't: the proposal is made no more.</summary>
public sealed class RefuseReiteration(CyclesTable cycles, OpenItemsTable openItems, DecisionsTable decisions)
    : ConfirmReiteration(cycles, openItems, decisions)
{
    public const string RefuseKind = "refuse-reiteration";

    public override string Name => RefuseKind;

    public override string JournalEvent => JournalEvents.ReiterationRefused;
}
