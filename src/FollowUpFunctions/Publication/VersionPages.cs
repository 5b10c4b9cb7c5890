using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;

namespace FollowUpFunctions.Publication;

/// <summary>The pages of a version, each written once: in one view, by organisation, by status, and all on one page.</summary>
public sealed class VersionPages(PlanFiles files, PageRenderer pages, PublicAddresses addresses)
{
    private static readonly SiteView[] _lists = [SiteView.Organisations, SiteView.Status];

    /// <param name="progress">What the version says of progress; null before anybody was asked.</param>
    /// <param name="downloads">By language.</param>
    public async Task WriteAsync(
        CycleSettings settings, PublishedPlan plan, PublishedProgress? progress, IReadOnlyDictionary<string, Download[]> downloads, CancellationToken cancellation)
    {
        PublishedFolder folder = new(files, pages, PlanVersionFiles.Folder(settings.Id, plan.Version));
        IReadOnlyList<LanguageLink> overviews = PublicIndex.LanguagePages(settings, "");
        IReadOnlyList<LanguageLink> wholes = PublicIndex.LanguagePages(settings, "", SiteView.Whole.Page);
        foreach (SiteView view in _lists)
        {
            IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "", view.Page);
            await folder.PagesAsync(languages, language => new PlanListModel(plan, view, language, languages, Site(language), progress is not null), cancellation);
        }

        await folder.PagesAsync(
            wholes,
            language => new PlanPageModel(plan, language, wholes, Site(language)) { Downloads = downloads[language], HasProgress = progress is not null, Feed = $"../{PublicIndex.Feed}" },
            cancellation);
        await folder.PagesAsync(
            overviews,
            language => new OverviewModel(plan, language, overviews, Site(language))
            {
                Progress = progress,
                Downloads = downloads[language],
                Feed = $"../{PublicIndex.Feed}",
                Data = DatasetData.Of(
                    plan, language, addresses.File(settings.Id, $"v{plan.Version}"), Site(language).Overview, addresses.Plan(settings.Id), downloads[language]),
            },
            cancellation);

        SiteAddresses Site(string language) => PublicIndex.Site(settings, language, addresses.Search(settings.Id));
    }
}
