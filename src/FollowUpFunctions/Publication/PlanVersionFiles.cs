using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;

namespace FollowUpFunctions.Publication;

/// <summary>The files of a version of the plan, each written once, all from the one model.</summary>
public sealed class PlanVersionFiles(PlanFiles files, PageRenderer pages, ProgressFiles progressFiles)
{
    private const string Json = "plan.json";
    private const string Schema = "plan.schema.json";
    private const string Table = "plan.csv";
    private const string Workbook = "plan.xlsx";

    /// <param name="step">After which it is published.</param>
    /// <param name="compared">Whether it tells how it differs from the version before.</param>
    /// <returns>What the pointer says when all of it is there.</returns>
    public async Task<LatestVersion> WriteAsync(CycleSettings settings, PublishedPlan composed, string? step, CancellationToken cancellation, bool compared = true)
    {
        string path = Folder(settings.Id, composed.Version);
        PublishedFolder folder = new(files, pages, path);
        if (compared && await FindAsync(settings.Id, composed.Version - 1, cancellation) is { } before)
            composed = composed with { Changes = PlanChanges.Between(before, composed) };
        PublishedPlan plan = await folder.ModelAsync(Json, composed, cancellation);

        await folder.TextAsync(Schema, PublicationJson.Schema, ContentTypes.Json, cancellation);
        await folder.TextAsync(Table, PlanCsv.Write(plan), ContentTypes.Csv, cancellation);
        await folder.BytesAsync(Workbook, PlanXlsx.Write(plan), ContentTypes.Xlsx, cancellation);
        bool progress = await progressFiles.WriteAsync(settings, plan, step, cancellation);
        foreach (string language in settings.Languages)
            await folder.BytesAsync(Document(language), PlanDocument.Write(plan, language), ContentTypes.Word, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "");
        await folder.PagesAsync(
            languages,
            language => new PlanPageModel(plan, language, languages, Json, Table, "../index.html")
            {
                Schema = Schema,
                Xlsx = Workbook,
                Docx = Document(language),
                Progress = progress ? PublicIndex.LanguagePage(settings, language, ProgressFiles.Page) : null,
                Feed = $"../{PublicIndex.Feed}",
            },
            cancellation);
        return new(plan.Version, plan.PublishedAt, $"{path}/index.html") { Progress = progress ? $"{path}/{ProgressFiles.Page}.html" : null };
    }

    /// <summary>A version as it was published, or null; null too where a notice stands in its place.</summary>
    public async Task<PublishedPlan?> FindAsync(string cycle, int version, CancellationToken cancellation) =>
        version > 0 && await files.FindAsync($"{Folder(cycle, version)}/{Json}", cancellation) is { } json && !Notice.IsOne(json) ? PublishedFolder.Read<PublishedPlan>(json) : null;

    public static string Folder(string cycle, int version) => $"{cycle}/v{version}";

    private static string Document(string language) => $"plan.{language}.docx";
}
