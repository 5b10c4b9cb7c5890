using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Advocacy;

/// <summary>What comes of the answers to letters.</summary>
public static class LetterReplies
{
    /// <summary>
    /// Who is named confirms or declines, as in the responsibility round; a ministry in charge may take on what nobody has confirmed; and what is said
    /// of where a recommendation stands is a view beside the others. Recording twice changes nothing.
    /// </summary>
    /// <param name="round">Id of the round of letters.</param>
    /// <param name="replies">Answers to the form <c>letters</c>.</param>
    public static IReadOnlyList<PlanItem> Record(CycleContents cycle, string round, IReadOnlyList<SubmittedAnswer> replies)
    {
        IReadOnlyList<SubmittedAnswer> counted = replies.Where(a => a.Round == round).Counted();
        IReadOnlyList<PlanItem> settled = Settlement.Apply(cycle.Items, counted);
        HashSet<string> inCharge = [.. cycle.Settings.Letters?.InCharge ?? []];
        SubmittedAnswer[] ministries = [.. counted.Where(a => inCharge.Contains(a.Who))];
        return StatusReports.Record([.. settled.Select(item => item with { Responsibility = TakenOn(item, ministries) })], cycle, round, counted);
    }

    private static Responsibility TakenOn(PlanItem item, IEnumerable<SubmittedAnswer> ministries)
    {
        Responsibility now = item.Responsibility;
        if (now.State is ResponsibilityState.Accepted || ministries.FirstOrDefault(a => a.Sheet.Answer("reply", item.Recommendation) is not null) is not { } reply)
            return now;
        return reply.Sheet.Answer("reply", item.Recommendation) == "accept"
            ? now with { Organisation = reply.Organisation, State = ResponsibilityState.Accepted, Reply = reply.Source(item.Recommendation), Replied = reply.SubmittedAt, ProposedInstead = null }
            : reply.Sheet.Answer("instead", item.Recommendation) is { } instead
                ? now with { ProposedInstead = SameWords.OneLine(instead) }
                : now;
    }
}
