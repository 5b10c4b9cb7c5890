using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Http;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>The plan to be reviewed: what was proposed, what became of it, and what can be decided about it.</summary>
public sealed class ReviewEndpoints(
    DeskDoor door, CyclesTable cycles, SourcesTable sources, DecisionsTable decisions, PlanComposer plans, PageResults results)
{
    // A plan of more is shown one cluster at a time: a page is to open on a weak network.
    private const int MostAtOnce = 20;

    [Function(nameof(ShowReview))]
    public Task<IResult> ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        ShowAsync(request, cycle, int.TryParse(request.Query["cluster"], NumberStyles.None, CultureInfo.InvariantCulture, out int cluster) ? cluster : null, cancellation);

    [Function(nameof(ShowReviewOfCluster))]
    public Task<IResult> ShowReviewOfCluster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/plan/cluster/{cluster:int}")] HttpRequest request,
        string cycle, int cluster, CancellationToken cancellation) =>
        ShowAsync(request, cycle, cluster, cancellation);

    private Task<IResult> ShowAsync(HttpRequest request, string cycle, int? asked, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            List<Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
            IReadOnlyList<PlanItem> current = await plans.ReviewedAsync(contents, contents.Items, cancellation);
            int? shown = contents.Recommendations.Any(r => r.Cluster == asked) ? asked
                : contents.Recommendations.Count > MostAtOnce ? contents.Recommendations.Min(r => r.Cluster)
                : null;
            Recommendation[] here = [.. contents.Recommendations.Where(r => shown is null || r.Cluster == shown).OrderBy(r => r.Cluster)];
            HashSet<string> keys = [.. here.Select(r => r.Key)];
            Dictionary<string, PlanItem> items = (await plans.ReviewedAsync(
                contents, await sources.WithSourcesAsync(cycle, [.. contents.Items.Where(i => keys.Contains(i.Recommendation))], cancellation), cancellation))
                .ToDictionary(i => i.Recommendation);
            ILookup<string?, DecisionOnRecord> decided = (await decisions.ListAsync(cycle, cancellation)).OrderBy(d => d.At).ToLookup(d => d.Recommendation);
            bool drafted = rounds.Any(r => r.Id == RoundKinds.DraftReview.Id);
            return await results.PageAsync(new ReviewModel(
                visit.Frame(state, DeskSections.Plan),
                rounds.FirstOrDefault(r => r.IsOpen && RoundKinds.Find(r.Id)?.IsReview == true)?.Id,
                drafted,
                [.. Clusters(contents, current, visit)],
                shown,
                [
                    .. here.Select(r => new ReviewItem(
                        RecommendationView.Of(r, visit.Language, contents.Settings.SourceLanguage),
                        r.Starred,
                        items.GetValueOrDefault(r.Key) ?? PlanItem.Empty(r.Key),
                        [.. decided[r.Key].Select(d => new DecidedBefore(d.Kind, d.At, d.Note))])),
                ],
                shown is { } number ? $"plan/cluster/{number}" : DeskSections.Plan));
        }, cancellation);

    private static IEnumerable<ReviewCluster> Clusters(CycleContents contents, IReadOnlyList<PlanItem> items, DeskVisit visit)
    {
        HashSet<string> proposed = [.. items.Where(i => i.Actions.Count > 0).Select(i => i.Recommendation)];
        return contents.Recommendations.GroupBy(r => r.Cluster).OrderBy(g => g.Key).Select(g => new ReviewCluster(
            g.Key,
            g.Count(),
            g.Count(r => !proposed.Contains(r.Key)),
            visit.Address(contents.Settings.Id, $"plan/cluster/{g.Key}")));
    }
}
