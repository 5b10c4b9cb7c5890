using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;
using FollowUpFunctions.Storage;
using PlanVersion = FollowUpFunctions.Storage.PlanVersion;

namespace FollowUpFunctions.Publication;

/// <summary>The page at a cycle's public address, and the feed of its changes: the versions of its plan, its reports, the cycles before and after.</summary>
public sealed class PublicIndex(
    CyclesTable cycles, PlanFiles files, PlanVersionFiles versionFiles, RecommendationPages recommendations, PublicAddresses addresses, CycleLinks links,
    PageRenderer pages)
{
    public const string Feed = "feed.atom";

    /// <summary>
    /// Writes both anew, and those of the cycle before, which leads here. They are made from the pointer, so that a step repeated late can't lead readers
    /// back to an older version.
    /// </summary>
    public async Task WriteAsync(CycleSettings settings, CancellationToken cancellation)
    {
        await WriteOneAsync(settings, cancellation);
        if (settings.PreviousCycle is { } previous && await cycles.FindAsync(previous, cancellation) is { } before)
            await WriteOneAsync(before.Settings, cancellation);
    }

    /// <summary>The first language's page is index.html; the others carry their language in their name.</summary>
    /// <param name="page">In place of <c>index</c>.</param>
    public static IReadOnlyList<LanguageLink> LanguagePages(CycleSettings settings, string folder, string page = "index") =>
        [.. settings.Languages.Select(language => new LanguageLink(language, $"{folder}{LanguagePage(settings, language, page)}"))];

    /// <summary>The file of a page in a language; in one that the cycle doesn't have, the first.</summary>
    public static string LanguagePage(CycleSettings settings, string language, string page = "index") =>
        language == settings.Languages[0] || !settings.Languages.Contains(language) ? $"{page}.html" : $"{page}.{language}.html";

    /// <summary>Where a version's pages lead, in a language.</summary>
    public static SiteAddresses Site(CycleSettings settings, string language, string? search = null) =>
        new(language == settings.Languages[0] ? "" : $".{language}", search);

    private async Task WriteOneAsync(CycleSettings settings, CancellationToken cancellation)
    {
        LatestVersion? latest = await files.LatestAsync(settings.Id, cancellation);
        List<VersionOnRecord> versions = [];
        foreach (PlanVersion v in (await cycles.VersionsAsync(settings.Id, cancellation)).Where(v => v.Number <= (latest?.Version ?? 0)).OrderBy(v => v.Number))
            versions.Add(await versionFiles.OnRecordAsync(settings.Id, v, cancellation));
        List<FeedEntry> entries = [.. versions.Select(v => FeedEntries.Of(v, settings.Languages[0], addresses.Version(settings.Id, v.Number)))];
        bool reported = await AddReportAsync(settings, ReportFiles.Folder, ReportFiles.Json, FeedEntries.Commitments, entries, cancellation);
        bool closed = await AddReportAsync(settings, ClosingFiles.Folder, ClosingFiles.Json, FeedEntries.Closing, entries, cancellation);
        PlansIndexModel index = new(
            settings.Title, settings.Country, settings.Languages[0], settings.TimeZone, [.. versions.Select(v => Shown(settings, v, v.Number == latest!.Version))],
            reported ? LanguagePages(settings, $"{ReportFiles.Folder}/") : null)
        {
            Pages = LanguagePages(settings, ""),
            Search = versions.Count > 0 ? addresses.Search(settings.Id) : null,
            Catalog = versions.Count > 0 ? Catalog(settings, versions) : null,
            Feed = Feed,
            Closing = closed ? LanguagePages(settings, $"{ClosingFiles.Folder}/") : null,
            Previous = await links.PreviousAsync(settings, cancellation),
            Next = await links.NextAsync(settings.Id, cancellation),
        };
        await recommendations.WriteAsync(settings, versions, cancellation);
        foreach (string language in settings.Languages)
            await files.WriteOverAsync($"{settings.Id}/{LanguagePage(settings, language)}", await pages.RenderAsync(index with { Language = language }), ContentTypes.Html, cancellation);
        await files.WriteOverAsync($"{settings.Id}/{Feed}", await FeedAsync(settings, entries, cancellation), ContentTypes.Atom, cancellation);
        if (index.Catalog is { } catalog)
            await files.WriteOverAsync($"{settings.Id}/{CatalogData.File}", catalog.ToJsonString(PublicationJson.Options), ContentTypes.JsonLd, cancellation);
    }

    private static FollowUp.Pages.Plan.PlanVersion Shown(CycleSettings settings, VersionOnRecord v, bool newest) =>
        new(v.Number, v.At, LanguagePages(settings, $"v{v.Number}/"), v.Number > 1 ? v.Plan?.Changes : null)
        {
            Progress = newest && v.HasProgress ? LanguagePages(settings, $"v{v.Number}/", ProgressFiles.Page) : null,
        };

    // What became a notice is no data any more.
    private JsonObject Catalog(CycleSettings settings, IReadOnlyList<VersionOnRecord> versions) => CatalogData.Of(
        settings.Title, settings.Country, addresses.Plan(settings.Id), settings.Languages,
        [.. versions.Where(v => v.Plan is not null).Select(v => new CatalogVersion(v.Number, v.At, addresses.File(settings.Id, $"v{v.Number}"), v.HasProgress))]);

    private async Task<bool> AddReportAsync(
        CycleSettings settings, string folder, string json, string title, List<FeedEntry> entries, CancellationToken cancellation)
    {
        if (await files.FindAsync($"{settings.Id}/{folder}/{json}", cancellation) is not { } there)
            return false;
        entries.Add(FeedEntries.Of(folder, title, PublishedFolder.Read<PublishedMoment>(there).PublishedAt, settings, addresses.File(settings.Id, $"{folder}/index.html")));
        return true;
    }

    private async Task<string> FeedAsync(CycleSettings settings, IReadOnlyList<FeedEntry> entries, CancellationToken cancellation)
    {
        DateTimeOffset begun = (await cycles.FindAsync(settings.Id, cancellation))!.CreatedAt;
        return PlanFeed.Write(new(
            addresses.Tag(settings.Id, begun), settings.Title, settings.Languages[0], addresses.File(settings.Id, Feed), addresses.Plan(settings.Id), begun, entries));
    }
}
