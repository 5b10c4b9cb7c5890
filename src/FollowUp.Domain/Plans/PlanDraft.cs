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
        // What was settled with the organisations since is on record; a cycle that an earlier build led through the workshop has only the answers.
        ILookup<string, Commitment> committed = cycle.Items.Count > 0
            ? cycle.Items.SelectMany(i => i.Commitments).ToLookup(c => c.Source.Recommendation)
            : GroupCommitments.Read(cycle, commitments);
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
                Responsibility = leads.Among(committed[r.Key].Where(c => c.Stands), proposed[r.Key]),
            }),
        ];
    }
}
