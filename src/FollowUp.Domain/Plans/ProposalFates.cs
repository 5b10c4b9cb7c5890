namespace FollowUp.Domain.Plans;

/// <summary>What became of one proposed action.</summary>
public enum Fate
{
    /// <summary>It is an action of the plan.</summary>
    Taken,

    /// <summary>It was brought together with others, and that is an action of the plan.</summary>
    Together,

    /// <summary>It is in the plan in other words.</summary>
    Edited,

    /// <summary>It is several actions of the plan.</summary>
    Split,

    /// <summary>A coordinator took it out.</summary>
    Dropped,
}

/// <param name="Others">How many others proposed it too.</param>
/// <param name="Actions">What stands in the plan; empty where it was dropped.</param>
/// <param name="Reason">The coordinators' reasons, in the order of their decisions.</param>
public sealed record ProposalFate(string Recommendation, string Proposed, Fate Fate, int Others, IReadOnlyList<PlannedAction> Actions, IReadOnlyList<string> Reasons);

/// <summary>Follows proposals from the answer into the plan.</summary>
public static class ProposalFates
{
    /// <param name="reviewed">The plan's items about what was answered, with their sources and the coordinators' decisions.</param>
    /// <param name="answer">Id of the answer without the recommendation: <c>round~invitation~r1</c>.</param>
    /// <param name="proposed">The words of the person, by recommendation.</param>
    /// <param name="reasons">Why, by decision.</param>
    public static IReadOnlyList<ProposalFate> Of(
        IReadOnlyList<PlanItem> reviewed, string answer, IReadOnlyDictionary<string, string> proposed, IReadOnlyDictionary<string, string> reasons) =>
        [.. reviewed.Where(i => proposed.ContainsKey(i.Recommendation)).Select(i => Of(i, $"{answer}@{i.Recommendation}", proposed[i.Recommendation], reasons)).OfType<ProposalFate>()];

    private static ProposalFate? Of(PlanItem item, string answer, string proposed, IReadOnlyDictionary<string, string> reasons)
    {
        PlannedAction[] standing = [.. item.Actions.Where(Comes)];
        PlannedAction? dropped = item.Dropped.FirstOrDefault(Comes);
        PlannedAction[] found = standing.Length > 0 ? standing : dropped is not null ? [dropped] : [];
        if (found.Length == 0)
            return null;
        int others = found[0].Sources.Count - 1;
        Fate fate = standing.Length == 0 ? Fate.Dropped
            : standing.Length > 1 ? Fate.Split
            : !NearWords.Same(standing[0].Text, proposed) ? Fate.Edited
            : others > 0 ? Fate.Together
            : Fate.Taken;
        return new(item.Recommendation, proposed, fate, others, standing, [.. found.SelectMany(a => a.Decisions).Distinct().Select(reasons.GetValueOrDefault).OfType<string>()]);

        bool Comes(PlannedAction action) => action.Sources.Any(s => s.Answer == answer);
    }
}
