using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Cycles;

/// <summary>All that is on record of a cycle but its answers, mails and journal: what pure decisions are made from.</summary>
public sealed record CycleContents(
    CycleSettings Settings,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<Stakeholder> Stakeholders,
    IReadOnlyList<WorkingGroup> Groups,
    IReadOnlyList<PlanItem> Items)
{
    public Stakeholder? StakeholderOf(string organisation) =>
        Stakeholders.FirstOrDefault(s => Organisations.Same(s.Organisation, organisation));
}
