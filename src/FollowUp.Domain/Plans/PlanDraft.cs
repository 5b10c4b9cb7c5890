using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Plans;

/// <summary>The first action plan, made from what was said at the workshop and in the consultation.</summary>
public static class PlanDraft
{
    /// <summary>
    /// One item for each recommendation, in the document's order. The same answers give the same plan, in whatever order they came.
    /// </summary>
    /// <param name="commitments">Answers to the form <c>commitments</c>; a commitment needs an action and an organisation.</param>
    /// <param name="consultation">Answers to the form <c>consultation</c>.</param>
    public static IReadOnlyList<PlanItem> Make(
        CycleContents cycle,
        IReadOnlyList<SubmittedAnswer> commitments,
        IReadOnlyList<SubmittedAnswer> consultation)
    {
        ILookup<string, Commitment> committed = commitments.Counted()
            .SelectMany(answer => cycle.Recommendations.Select(r => CommitmentOf(answer, r.Key)).OfType<Commitment>())
            .ToLookup(c => c.Source.Recommendation);
        ILookup<string, Proposal> proposed = consultation.Counted()
            .SelectMany(Proposal.Of)
            .ToLookup(p => p.Source.Recommendation);
        LeadChoice leads = new(cycle.Stakeholders);
        return
        [
            .. cycle.Recommendations.InDocumentOrder().Select(r => PlanItem.Empty(r.Key) with
            {
                Commitments = [.. committed[r.Key]],
                Actions = ProposedActions.Merge(proposed[r.Key]),
                Responsibility = leads.Among(committed[r.Key], proposed[r.Key]),
            }),
        ];
    }

    private static Commitment? CommitmentOf(SubmittedAnswer answer, string recommendation) =>
        answer.Sheet.Answer("action", recommendation) is { } action && answer.Sheet.Answer("organisation", recommendation) is { } organisation
            ? new(action, SameWords.OneLine(organisation), Dates.Parse(answer.Sheet.Answer("by", recommendation)), answer.Source(recommendation))
            : null;
}
