using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;

namespace FollowUpFunctions.Publication;

/// <summary>
/// A page for each recommendation in each language, at an address that stays: it follows from the versions as the index does, and is healed with it. Only
/// what is other than what stands there is written, so a version that changes three recommendations of a hundred writes three pages a language.
/// </summary>
public sealed class RecommendationPages(PlanFiles files, PageRenderer pages)
{
    private const int AtATime = 8;

    /// <param name="versions">Those that readers may see, the oldest first.</param>
    public async Task WriteAsync(CycleSettings settings, IReadOnlyList<VersionOnRecord> versions, CancellationToken cancellation)
    {
        if (versions.LastOrDefault(v => v.Plan is not null)?.Plan is not { } newest)
            return;
        IReadOnlyDictionary<string, string> there = await files.MarksAsync($"{settings.Id}/{SiteAddresses.Recommendations}/", cancellation);
        var all =
            from cluster in newest.Clusters
            from recommendation in cluster.Recommendations
            from language in settings.Languages
            select (cluster.Number, recommendation, language);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (one, stop) =>
        {
            (int cluster, PublishedRecommendation recommendation, string language) = one;
            string page = await pages.RenderAsync(new RecommendationModel(
                newest, recommendation, cluster, language, Languages(settings, recommendation.Key), PublicIndex.Site(settings, language), History(settings, versions, recommendation.Key, language)));
            string path = $"{settings.Id}/{PublicIndex.Site(settings, language).RecommendationFile(recommendation.Key)}";
            await files.WriteChangedAsync(path, page, ContentTypes.Html, there.GetValueOrDefault(path), stop);
        });
    }

    private static IReadOnlyList<LanguageLink> Languages(CycleSettings settings, string key) => PublicIndex.LanguagePages(settings, "", key);

    private static IReadOnlyList<VersionOfRecommendation> History(CycleSettings settings, IReadOnlyList<VersionOnRecord> versions, string key, string language)
    {
        string page = $"{PublicIndex.LanguagePage(settings, language)}#{PlanPageModel.Anchor(key)}";
        return [.. versions.Select((v, n) => v.About(key, versions.Take(n), page)).OfType<VersionOfRecommendation>()];
    }
}
