using FollowUp.Domain.Plans;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Review;

/// <summary>What was decided of something, newest last.</summary>
/// <param name="Kind">Such as <c>edit-action</c>.</param>
/// <param name="Note">Why, or null.</param>
public sealed record DecidedBefore(string Kind, DateTimeOffset At, string? Note);

/// <summary>A recommendation and all that the plan has of it, to be reviewed.</summary>
/// <param name="Item">With the answers that it comes from.</param>
public sealed record ReviewItem(RecommendationView Recommendation, bool Starred, PlanItem Item, IReadOnlyList<DecidedBefore> Decided);

/// <param name="Without">Recommendations of the cluster of which no action came.</param>
public sealed record ReviewCluster(int Number, int Recommendations, int Without, string Href);

/// <summary>The plan as it stands, one cluster at a time where it is long.</summary>
/// <param name="Waiting">The review that waits for an approval, by the round's id; null where none does.</param>
/// <param name="Drafted">Whether there is a draft.</param>
/// <param name="Shown">The cluster that is shown; null for all.</param>
/// <param name="Back">The page itself, as decisions lead back to it.</param>
public sealed record ReviewModel(
    DeskFrame Frame, string? Waiting, bool Drafted, IReadOnlyList<ReviewCluster> Clusters, int? Shown, IReadOnlyList<ReviewItem> Items, string Back) : PageModel
{
    internal override Type Component => typeof(ReviewPage);
}
