using System.Text.Json;

namespace FollowUp.Domain.Publication;

/// <summary>Compares two versions of a plan.</summary>
public static class PlanChanges
{
    /// <summary>All that is other in the newer one, in its order. Texts that were translated meanwhile are not told.</summary>
    public static IReadOnlyList<PlanChangeTold> Between(PublishedPlan before, PublishedPlan after)
    {
        Dictionary<string, PublishedRecommendation> earlier = before.Clusters.SelectMany(c => c.Recommendations).ToDictionary(r => r.Key);
        return
        [
            .. after.Clusters.SelectMany(c => c.Recommendations).SelectMany(r => earlier.TryGetValue(r.Key, out PublishedRecommendation? was)
                ? Of(was, r)
                : [new PlanChangeTold(ChangeKinds.RecommendationAdded, r.Key)]),
        ];
    }

    private static IEnumerable<PlanChangeTold> Of(PublishedRecommendation was, PublishedRecommendation now) =>
        [.. Led(was, now), .. Supported(was, now), .. Weighed(was, now), .. Actions(was, now), .. Lists(was, now)];

    private static IEnumerable<PlanChangeTold> Led(PublishedRecommendation was, PublishedRecommendation now)
    {
        if (was.Responsible != now.Responsible)
            yield return new(ChangeKinds.Responsible, now.Key, From: was.Responsible, To: now.Responsible);
        if (was.ResponsibilityState != now.ResponsibilityState)
            yield return new(ChangeKinds.ResponsibilityState, now.Key, now.Responsible, Code(was.ResponsibilityState), Code(now.ResponsibilityState));
    }

    private static IEnumerable<PlanChangeTold> Supported(PublishedRecommendation was, PublishedRecommendation now)
    {
        Dictionary<string, PublishedSupport> earlier = was.Supporting.ToDictionary(s => s.Organisation);
        foreach (PublishedSupport support in now.Supporting)
        {
            if (!earlier.Remove(support.Organisation, out PublishedSupport? there))
                yield return new(ChangeKinds.SupportAdded, now.Key, support.Organisation);
            else if (there.State != support.State)
                yield return new(ChangeKinds.SupportState, now.Key, support.Organisation, Code(there.State), Code(support.State));
        }

        foreach (string gone in earlier.Keys)
            yield return new(ChangeKinds.SupportGone, now.Key, gone);
    }

    private static IEnumerable<PlanChangeTold> Weighed(PublishedRecommendation was, PublishedRecommendation now)
    {
        if (was.Priority?.Level != now.Priority?.Level)
            yield return new(ChangeKinds.Priority, now.Key, From: was.Priority?.Level, To: now.Priority?.Level);
        if (was.Disputed.Count == 0 && now.Disputed.Count > 0)
            yield return new(ChangeKinds.DisputeBegun, now.Key);
        if (was.Disputed.Count > 0 && now.Disputed.Count == 0)
            yield return new(ChangeKinds.DisputeOver, now.Key);
    }

    private static IEnumerable<PlanChangeTold> Actions(PublishedRecommendation was, PublishedRecommendation now)
    {
        Dictionary<string, PublishedAction> earlier = was.Actions.DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        foreach (PublishedAction action in now.Actions)
        {
            if (!earlier.Remove(action.Id, out PublishedAction? there))
                yield return new(ChangeKinds.ActionAdded, now.Key, action.Text);
            else if (there.Text != action.Text)
                yield return new(ChangeKinds.ActionReworded, now.Key, From: there.Text, To: action.Text);
            else if (Details(there) != Details(action))
                yield return new(ChangeKinds.ActionDetails, now.Key, action.Text);
        }

        foreach (PublishedAction gone in earlier.Values)
            yield return new(ChangeKinds.ActionGone, now.Key, gone.Text);
    }

    private static IEnumerable<PlanChangeTold> Lists(PublishedRecommendation was, PublishedRecommendation now) =>
    [
        .. New(was.Commitments, now.Commitments, Same).Select(c => new PlanChangeTold(ChangeKinds.CommitmentAdded, now.Key, c.Action, To: c.Organisation)),
        .. New(now.Commitments, was.Commitments, Same).Select(c => new PlanChangeTold(ChangeKinds.CommitmentGone, now.Key, c.Action, c.Organisation)),
        .. New(was.Monitoring, now.Monitoring, t => t).Select(t => new PlanChangeTold(ChangeKinds.TaskAdded, now.Key, t.Strategy, To: t.Organisation)),
        .. New(now.Monitoring, was.Monitoring, t => t).Select(t => new PlanChangeTold(ChangeKinds.TaskGone, now.Key, t.Strategy, t.Organisation)),
        .. New(was.Progress, now.Progress, p => p).Select(p => new PlanChangeTold(ChangeKinds.StatusAdded, now.Key, p.Organisation, To: p.Status)),
    ];

    private static (string, string, DateOnly?) Same(PublishedCommitment c) => (c.Action, c.Organisation, c.By);

    private static (string?, string?, string?, string?, string?, DateOnly?) Details(PublishedAction a) =>
        (a.Strategy, a.TimeFrame, a.Indicator, a.Resources, a.Funding, a.Due);

    // Of equal ones as many as there are more of.
    private static IEnumerable<T> New<T, TKey>(IEnumerable<T> was, IEnumerable<T> now, Func<T, TKey> key)
        where TKey : notnull
    {
        Dictionary<TKey, int> left = was.GroupBy(key).ToDictionary(g => g.Key, g => g.Count());
        foreach (T one in now)
        {
            if (left.GetValueOrDefault(key(one)) is var there and > 0)
                left[key(one)] = there - 1;
            else
                yield return one;
        }
    }

    private static string Code<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
