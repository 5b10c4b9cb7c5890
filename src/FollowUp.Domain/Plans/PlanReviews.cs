using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>
/// The plan as the coordinators made it: the draft, and their decisions on it in the order in which they were taken. The draft itself is never
/// changed, so the plan can be made again at any time, and the same decisions give the same plan.
/// </summary>
public static class PlanReviews
{
    /// <summary>
    /// Brings decisions into items that are as drafted. One whose action is not there, since an earlier one took it, changes nothing.
    /// </summary>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> drafted, IEnumerable<ReviewDecision> decisions)
    {
        ILookup<string, ReviewDecision> byItem = decisions.OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).ToLookup(d => d.Recommendation);
        return [.. drafted.Select(item => byItem[item.Recommendation].Aggregate(item, Apply))];
    }

    public static string PartId(string decision, int part, string recommendation) => ActionIds.Of(recommendation, $"{decision}#{part}");

    private static PlanItem Apply(PlanItem item, ReviewDecision decision) => decision.Kind switch
    {
        ReviewKinds.Accept => Accepted(item, decision),
        ReviewKinds.Drop => Dropped(item, decision),
        ReviewKinds.Edit => WithAction(item, decision, action => [Edited(action, decision)]),
        ReviewKinds.Merge => Merged(item, decision),
        ReviewKinds.Split => WithAction(item, decision, action => Split(item.Recommendation, action, decision)),
        ReviewKinds.Support => item with { Supporting = [.. decision.Change.Organisations!.Select(name => Supported(item, name, decision.Id))] },
        ReviewKinds.Settle => item with
        {
            Settled = decision.Id,
            Priority = decision.Change.Priority is { } level
                ? new(PriorityWeighing.ScoreOf(level), item.Priority?.Counts ?? new Dictionary<StakeholderCategory, PriorityCounts>()) { Decision = decision.Id }
                : item.Priority,
        },
        _ => item,
    };

    // Also one that was dropped: a coordinator may think again.
    private static PlanItem Accepted(PlanItem item, ReviewDecision decision)
    {
        string id = decision.Change.Actions![0];
        return item.Dropped.FirstOrDefault(a => a.Id == id) is { } back
            ? item with { Actions = [.. item.Actions, Decided(back, decision)], Dropped = [.. item.Dropped.Where(a => a.Id != id)] }
            : WithAction(item, decision, action => [Decided(action, decision)]);
    }

    private static PlanItem Dropped(PlanItem item, ReviewDecision decision) => Find(item, decision.Change.Actions![0]) is { } action
        ? item with { Actions = [.. item.Actions.Where(a => a != action)], Dropped = [.. item.Dropped, Decided(action, decision)] }
        : item;

    private static PlannedAction Edited(PlannedAction action, ReviewDecision decision)
    {
        ActionWords words = decision.Change.Words!;
        return Decided(action, decision) with
        {
            Text = words.Text ?? action.Text,
            Strategy = words.Strategy ?? action.Strategy,
            TimeFrame = words.TimeFrame ?? action.TimeFrame,
            Indicator = words.Indicator ?? action.Indicator,
            Resources = words.Resources ?? action.Resources,
            Funding = words.Funding ?? action.Funding,
            Due = Dates.Parse(words.Due) ?? action.Due,
        };
    }

    // The first keeps its words and details; what it lacks it takes from the others.
    private static PlanItem Merged(PlanItem item, ReviewDecision decision)
    {
        PlannedAction[] together = [.. decision.Change.Actions!.Select(id => Find(item, id)).OfType<PlannedAction>()];
        if (together.Length < 2)
            return item;
        PlannedAction first = together[0];
        PlannedAction merged = Decided(first, decision) with
        {
            Text = decision.Change.Words?.Text ?? first.Text,
            Strategy = First(a => a.Strategy),
            TimeFrame = First(a => a.TimeFrame),
            Indicator = First(a => a.Indicator),
            Resources = First(a => a.Resources),
            Funding = First(a => a.Funding),
            Due = together.Select(a => a.Due).FirstOrDefault(d => d is not null),
            Others = [.. together.SelectMany(a => a.Others)],
            Sources = [.. together.SelectMany(a => a.Sources).DistinctBy(s => s.Answer).OrderBy(s => s.Answer, StringComparer.Ordinal)],
        };
        return item with { Actions = [.. item.Actions.Where(a => !together.Skip(1).Contains(a)).Select(a => a == first ? merged : a)] };

        string? First(Func<PlannedAction, string?> detail) => together.Select(detail).FirstOrDefault(d => d is not null);
    }

    private static IEnumerable<PlannedAction> Split(string recommendation, PlannedAction whole, ReviewDecision decision) =>
        decision.Change.Parts!.Select((part, n) => Decided(whole, decision) with
        {
            Id = PartId(decision.Id, n + 1, recommendation),
            Text = part.Text,
            Sources = part.Sources is { } some ? [.. whole.Sources.Where(s => some.Contains(s.Answer))] : whole.Sources,
        });

    private static Support Supported(PlanItem item, string organisation, string decision) =>
        item.Supporting.FirstOrDefault(s => Organisations.Same(s.Organisation, organisation))
        ?? new(organisation, ResponsibilityState.Assigned, Decision: decision);

    private static PlannedAction Decided(PlannedAction action, ReviewDecision decision) => action with { Decisions = [.. action.Decisions, decision.Id] };

    private static PlanItem WithAction(PlanItem item, ReviewDecision decision, Func<PlannedAction, IEnumerable<PlannedAction>> change)
    {
        string id = decision.Change.Actions![0];
        return item with { Actions = [.. item.Actions.SelectMany(a => a.Id == id ? change(a) : [a])] };
    }

    private static PlannedAction? Find(PlanItem item, string id) => item.Actions.FirstOrDefault(a => a.Id == id);
}
