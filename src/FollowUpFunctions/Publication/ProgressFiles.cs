using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Progress;
using FollowUp.Pages.Site;

namespace FollowUpFunctions.Publication;

/// <summary>What a version says of progress, in its folder, from the first progress round or the first word about progress on.</summary>
public sealed class ProgressFiles(PlanFiles files, PageRenderer pages)
{
    public const string Page = "progress";
    public const string Json = "progress.json";
    private const string Schema = "progress.schema.json";
    private const string Table = "progress.csv";

    /// <param name="plan">The version as it stands in its folder.</param>
    /// <param name="step">After which it is published.</param>
    /// <returns>What it says; null where there is nothing to say.</returns>
    public async Task<PublishedProgress?> WriteAsync(CycleSettings settings, PublishedPlan plan, string? step, CancellationToken cancellation)
    {
        PublishedProgress? before = await BeforeAsync(settings.Id, plan.Version, cancellation);
        string? round = step is not null && RoundKinds.Find(step)?.Phase == Phase.Progress ? step : null;
        if (before is null && round is null && !plan.Clusters.Any(c => c.Recommendations.Any(r => r.Progress.Count > 0)))
            return null;

        PublishedFolder folder = new(files, pages, PlanVersionFiles.Folder(settings.Id, plan.Version));
        PublishedProgress progress = await folder.ModelAsync(Json, PublishedProgresses.Of(plan, before, round), cancellation);
        await folder.TextAsync(Schema, PublicationJson.ProgressSchema, ContentTypes.Json, cancellation);
        string table = Csv.Write(ProgressRows.Of(progress));
        await folder.TextAsync(Table, table, ContentTypes.Csv, cancellation);
        Download[] downloads =
        [
            Files.Of(Json, "plan.data.json", ContentTypes.Json, JsonSerializer.Serialize(progress, PublicationJson.Options)),
            Files.Of(Schema, "plan.data.schema", ContentTypes.Json, PublicationJson.ProgressSchema), Files.Of(Table, "plan.data.csv", ContentTypes.Csv, table),
        ];
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "", Page);
        await folder.PagesAsync(
            languages,
            language => new ProgressPageModel(
                progress,
                language,
                languages,
                PublicIndex.Site(settings, language),
                $"../{PublicIndex.Feed}",
                downloads,
                version => $"../v{version}/{PublicIndex.LanguagePage(settings, language, Page)}"),
            cancellation);
        return progress;
    }

    // The version before may be gone since, when somebody was erased: then the one before that.
    private async Task<PublishedProgress?> BeforeAsync(string cycle, int version, CancellationToken cancellation)
    {
        for (int earlier = version - 1; earlier > 0; earlier--)
        {
            if (await files.FindAsync($"{PlanVersionFiles.Folder(cycle, earlier)}/{Json}", cancellation) is { } json && !Notice.IsOne(json))
                return PublishedFolder.Read<PublishedProgress>(json);
        }

        return null;
    }
}
