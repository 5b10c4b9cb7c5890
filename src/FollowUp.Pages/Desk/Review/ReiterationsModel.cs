using FollowUp.Domain.Reiterations;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Review;

/// <summary>What the cycle before left open, and what of it this cycle's document says again.</summary>
/// <param name="Previous">Id of the cycle before; null where this one follows none.</param>
/// <param name="Recommendations">Of this cycle, by key.</param>
public sealed record ReiterationsModel(
    DeskFrame Frame, string? Previous, IReadOnlyList<ReiterationOf> Items, IReadOnlyDictionary<string, RecommendationView> Recommendations) : PageModel
{
    internal override Type Component => typeof(ReiterationsPage);
}
