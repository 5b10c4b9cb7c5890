using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Plans;

/// <summary>
/// Makes the first action plan from answers that come piece by piece: a round of ten thousand answers is never in memory as a whole, only what it
/// proposes. The same answers give the same plan, in whatever order they come.
/// </summary>
public sealed class PlanDrafting
{
    private readonly CycleContents cycle;
    private readonly ILookup<string, Commitment> committed;
    private readonly Dictionary<string, List<Proposal>> proposed;
    private readonly Dictionary<string, string> pool = [];
    private readonly LeadChoice leads;
    private readonly IReadOnlyDictionary<string, decimal> children;

    /// <param name="commitments">Answers to the form <c>commitments</c>, for a cycle that has no items on record.</param>
    /// <param name="children">How much each topic matters to children, by cluster (see <see cref="Children.ChildrensVoices.Weights"/>).</param>
    public PlanDrafting(CycleContents cycle, IReadOnlyList<SubmittedAnswer> commitments, IReadOnlyDictionary<string, decimal>? children = null)
    {
        this.children = children ?? new Dictionary<string, decimal>();
        this.cycle = cycle;
        // What was settled with the organisations since is on record; a cycle that an earlier build led through the workshop has only the answers.
        committed = cycle.Items.Count > 0
            ? cycle.Items.SelectMany(i => i.Commitments).ToLookup(c => c.Source.Recommendation)
            : GroupCommitments.Read(cycle, commitments);
        proposed = cycle.Recommendations.ToDictionary(r => r.Key, _ => new List<Proposal>());
        leads = new(cycle.Stakeholders);
    }

    /// <summary>How many texts were too many to be compared with the others: see <see cref="NearWords.MostTexts"/>. Known when all items are made.</summary>
    public int NotCompared { get; private set; }

    /// <summary>Takes in what somebody answered to the consultation: the revision that counts, once. Late answers make nothing.</summary>
    public void Add(SubmittedAnswer answer)
    {
        if (answer.Late || answer.Category is not { } category)
            return;
        Proposer by = new($"{answer.Round}~{answer.Invitation}~r{answer.Revision}", category, answer.Organisation);
        // Only what was said on chosen recommendations: what was typed before a choice was taken back does not count.
        foreach (string recommendation in About(answer.Sheet))
        {
            if (proposed.TryGetValue(recommendation, out List<Proposal>? known))
                known.Add(Proposal.Of(answer, by, recommendation, Pooled));
        }
    }

    /// <summary>One item for each recommendation, in the document's order, each made when it is asked for; what was proposed is let go with it.</summary>
    public IEnumerable<PlanItem> Items() => cycle.Recommendations.InDocumentOrder().Select(ItemOf);

    // A form that lets nobody choose asks about all that it asks about.
    private static IEnumerable<string> About(AnswerSheet sheet) => sheet.All("recommendations") is { Count: > 0 } chosen
        ? chosen.Distinct()
        : sheet.Answers.Keys.Where(k => k.Contains('@', StringComparison.Ordinal)).Select(k => k[(k.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct();

    private PlanItem ItemOf(Recommendation recommendation)
    {
        Commitment[] commitments = [.. committed[recommendation.Key]];
        List<Proposal> proposals = proposed.Remove(recommendation.Key, out List<Proposal>? there)
            ? there
            : throw new InvalidOperationException("A draft is made once: begin another to make it again.");
        Commitment[] standing = [.. commitments.Where(c => c.Stands)];
        LeadProposed lead = leads.Among(recommendation.Key, standing, proposals);
        Priority? priority = PriorityWeighing.Weigh(proposals.Where(p => p.Priority is not null).Select(p => (p.By.Category, p.Priority!)), ChildrensShare(recommendation));
        (IReadOnlyList<PlannedAction> actions, int notCompared) = ProposedActions.Merge(recommendation.Key, proposals);
        NotCompared += notCompared;
        return PlanItem.Empty(recommendation.Key) with
        {
            Commitments = commitments,
            Actions = actions,
            Responsibility = lead.Responsibility,
            Supporting = lead.Supporting,
            Priority = priority,
            Doubts = PriorityWeighing.IsContradictory(priority) ? [.. lead.Doubts, Dispute.KindsDisagreeOnPriority] : lead.Doubts,
        };
    }

    private decimal? ChildrensShare(Recommendation recommendation) =>
        children.TryGetValue(recommendation.Cluster.ToString(CultureInfo.InvariantCulture), out decimal weight) && weight > 0
            ? Math.Round(weight / children.Values.Max(), 4)
            : null;

    private string Pooled(string text)
    {
        if (pool.TryGetValue(text, out string? there))
            return there;
        pool[text] = text;
        return text;
    }
}
