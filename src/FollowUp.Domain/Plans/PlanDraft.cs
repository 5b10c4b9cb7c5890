using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>The first action plan, made from what was said at the workshop and in the consultation.</summary>
public static class PlanDraft
{
    /// <summary>
    /// One item for each recommendation, in the document's order. The same answers give the same plan, in whatever order they came.
    /// </summary>
    /// <param name="commitments">Answers to the form <c>commitments</c>; a commitment needs an action and an organisation.</param>
    /// <param name="consultation">Answers to the form <c>consultation</c> of any version.</param>
    public static IReadOnlyList<PlanItem> Make(
        CycleContents cycle,
        IReadOnlyList<SubmittedAnswer> commitments,
        IReadOnlyList<SubmittedAnswer> consultation)
    {
        PlanDrafting drafting = new(cycle, commitments);
        foreach (SubmittedAnswer answer in consultation.Counted())
            drafting.Add(answer);
        return [.. drafting.Items()];
    }
}
