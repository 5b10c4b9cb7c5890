using FollowUp.Domain.Plans;

namespace FollowUp.Pages.Forms;

/// <summary>What became of what somebody proposed, once the plan is out.</summary>
/// <param name="Plan">Address of the published plan.</param>
public sealed record BecameView(IReadOnlyList<BecameOfRecommendation> Recommendations, string Plan);

/// <param name="Proposal">Null where no action was proposed.</param>
/// <param name="Lead">Whom the person would have had lead, or null.</param>
/// <param name="Responsible">Who leads in the plan, or null.</param>
public sealed record BecameOfRecommendation(string Citation, string Heading, ProposalFate? Proposal, string? Lead, string? Responsible, ResponsibilityState State);
