using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>What the organisations that were asked to take on a recommendation replied.</summary>
public static class Settlement
{
    /// <summary>
    /// Accepted or declined where the organisation that was asked has replied; no reply leaves it proposed, and what a coordinator decided
    /// stays decided. Applying the same replies twice changes nothing.
    /// </summary>
    /// <param name="replies">Answers to the form <c>responsibility</c>.</param>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> items, IReadOnlyList<SubmittedAnswer> replies)
    {
        IReadOnlyList<SubmittedAnswer> counted = replies.Counted();
        return [.. items.Select(item => item with { Responsibility = Settled(item.Recommendation, item.Responsibility, counted) })];
    }

    private static Responsibility Settled(string recommendation, Responsibility asked, IReadOnlyList<SubmittedAnswer> replies)
    {
        if (asked.State is ResponsibilityState.Open or ResponsibilityState.Assigned)
            return asked;

        SubmittedAnswer? reply = replies.FirstOrDefault(a =>
            a.Sheet.Answer("reply", recommendation) is not null && Organisations.Same(a.Organisation, asked.Organisation!));
        return reply?.Sheet.Answer("reply", recommendation) switch
        {
            "accept" => asked with { State = ResponsibilityState.Accepted, Reply = reply.Source(recommendation), ProposedInstead = null },
            "decline" => asked with
            {
                State = ResponsibilityState.Declined,
                Reply = reply.Source(recommendation),
                ProposedInstead = reply.Sheet.Answer("instead", recommendation) is { } instead ? SameWords.OneLine(instead) : null,
            },
            _ => asked,
        };
    }
}
