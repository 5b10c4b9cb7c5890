using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Progress;

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
    /// <returns>Whether there is anything to say.</returns>
    public async Task<bool> WriteAsync(CycleSettings settings, PublishedPlan plan, string? step, CancellationToken cancellation)
    {
        PublishedProgress? before = await BeforeAsync(settings.Id, plan.Version, cancellation);
        string? round = step is not null && RoundKinds.Find(step)?.Phase == Phase.Progress ? step : null;
        if (before is null && round is null && !plan.Clusters.Any(c => c.Recommendations.Any(r => r.Progress.Count > 0)))
            return false;

        PublishedFolder folder = new(files, pages, PlanVersionFiles.Folder(settings.Id, plan.Version));
        PublishedProgress progress = await folder.ModelAsync(Json, PublishedProgresses.Of(plan, before, round), cancellation);
        await folder.TextAsync(Schema, PublicationJson.ProgressSchema, ContentTypes.Json, cancellation);
        await folder.TextAsync(Table, Csv.Write(ProgressRows.Of(progress)), ContentTypes.Csv, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "", Page);
        await folder.PagesAsync(
            languages,
            language => new ProgressPageModel(
                progress,
                language,
                languages,
                PublicIndex.LanguagePage(settings, language),
                "../index.html",
                $"../{PublicIndex.Feed}",
                Json,
                Schema,
                Table,
                version => $"../v{version}/{PublicIndex.LanguagePage(settings, language, Page)}"),
            cancellation);
        return true;
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
