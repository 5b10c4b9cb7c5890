using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Decisions.Plans;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation;

/// <summary>What an organisation reads about what it is asked to lead or to support: its role, and what the reviewed draft proposes.</summary>
public sealed class RolesAsked(CyclesTable cycles, DecisionsTable decisions)
{
    private const int MostActions = 5;

    /// <param name="asked">What the invitation names: see <see cref="ResponsibilityKey"/>.</param>
    public async Task<IReadOnlyDictionary<string, RoleView>> OfAsync(CycleFacts facts, IReadOnlyList<string> asked, CancellationToken cancellation)
    {
        Task<IReadOnlyList<DecisionOnRecord>> decided = decisions.ListAsync(facts.Settings.Id, cancellation);
        IReadOnlyList<PlanItem> drafted = await cycles.ItemsAsync(facts.Settings.Id, cancellation);
        Dictionary<string, PlanItem> plan = PlanReviews.Apply(drafted, (await decided).Reviews()).ToDictionary(i => i.Recommendation);
        Discretion discretion = new(new(facts.Settings, [], facts.Stakeholders, [], []));
        return asked.Where(key => plan.ContainsKey(CommitmentKey.Recommendation(key))).ToDictionary(
            key => key,
            key =>
            {
                PlanItem item = plan[CommitmentKey.Recommendation(key)];
                return new RoleView(
                    ResponsibilityKey.IsSupport(key), item.Responsibility.Organisation, [.. item.Actions.Take(MostActions).Select(a => discretion.Of(a.Text))]);
            });
    }
}
