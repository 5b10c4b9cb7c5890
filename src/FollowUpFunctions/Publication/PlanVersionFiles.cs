using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;
using PlanVersion = FollowUpFunctions.Storage.PlanVersion;

namespace FollowUpFunctions.Publication;

/// <summary>The files of a version of the plan, each written once, all from the one model.</summary>
public sealed class PlanVersionFiles(PlanFiles files, PageRenderer pages, ProgressFiles progressFiles, VersionPages site)
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
        string table = PlanCsv.Write(plan);
        await folder.TextAsync(Table, table, ContentTypes.Csv, cancellation);
        long workbook = await folder.BytesAsync(Workbook, PlanXlsx.Write(plan), ContentTypes.Xlsx, cancellation);
        PublishedProgress? progress = await progressFiles.WriteAsync(settings, plan, step, cancellation);
        Dictionary<string, Download[]> downloads = [];
        foreach (string language in settings.Languages)
        {
            long document = await folder.BytesAsync(Document(language), PlanDocument.Write(plan, language), ContentTypes.Word, cancellation);
            downloads[language] =
            [
                Files.Of(Json, "plan.data.json", ContentTypes.Json, JsonSerializer.Serialize(plan, PublicationJson.Options)), Files.Of(Schema, "plan.data.schema", ContentTypes.Json, PublicationJson.Schema),
                Files.Of(Table, "plan.data.csv", ContentTypes.Csv, table), new(Workbook, "plan.data.xlsx", ContentTypes.Xlsx, workbook),
                new(Document(language), "plan.data.docx", ContentTypes.Word, document),
            ];
        }

        await site.WriteAsync(settings, plan, progress, downloads, cancellation);
        return new(plan.Version, plan.PublishedAt, $"{path}/index.html") { Progress = progress is not null ? $"{path}/{ProgressFiles.Page}.html" : null };
    }

    /// <summary>A version as readers may see it.</summary>
    public async Task<VersionOnRecord> OnRecordAsync(string cycle, PlanVersion version, CancellationToken cancellation) => new(
        version.Number,
        version.At,
        await FindAsync(cycle, version.Number, cancellation),
        await files.ExistsAsync($"{Folder(cycle, version.Number)}/{ProgressFiles.Json}", cancellation));

    /// <summary>A version as it was published, or null; null too where a notice stands in its place.</summary>
    public async Task<PublishedPlan?> FindAsync(string cycle, int version, CancellationToken cancellation) =>
        version > 0 && await files.FindAsync($"{Folder(cycle, version)}/{Json}", cancellation) is { } json && !Notice.IsOne(json) ? PublishedFolder.Read<PublishedPlan>(json) : null;

    public static string Folder(string cycle, int version) => $"{cycle}/v{version}";

    private static string Document(string language) => $"plan.{language}.docx";
}
