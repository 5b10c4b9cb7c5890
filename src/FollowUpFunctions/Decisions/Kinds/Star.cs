using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Marks a recommendation as one of the most important. Of several decisions on one the newest counts, whenever it is carried out.</summary>
public class Star(CyclesTable cycles, DecisionsTable decisions) : DecisionKind
{
    public const string Kind = "star";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.RecommendationStarred;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Recommendation: asked.Recommendation, Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => decision.Recommendation!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        DecisionOnRecord newest = (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Kind is Kind or Unstar.UnstarKind && d.Recommendation == decision.Recommendation)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Last();
        await cycles.ChangeRecommendationAsync(cycle, decision.Recommendation!, r => r with { Starred = newest.Kind == Kind }, cancellation);
        return [];
    }
}

/// <summary>Takes the star away.</summary>
public sealed class Unstar(CyclesTable cycles, DecisionsTable decisions) : Star(cycles, decisions)
{
    public const string UnstarKind = "unstar";

    public override string Name => UnstarKind;

    public override string JournalEvent => JournalEvents.RecommendationUnstarred;
}
