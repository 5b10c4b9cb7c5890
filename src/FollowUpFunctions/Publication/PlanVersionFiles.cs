using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;

namespace FollowUpFunctions.Publication;

/// <summary>The files of a version of the plan, each written once, all from the one model.</summary>
public sealed class PlanVersionFiles(PlanFiles files, PageRenderer pages)
{
    private const string Json = "plan.json";
    private const string Schema = "plan.schema.json";
    private const string Table = "plan.csv";
    private const string Workbook = "plan.xlsx";
    private const string Html = "text/html; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>
    /// Writes them from the JSON, which stands from the first try on: where a step died and something was decided meanwhile, the other files still say
    /// what it says.
    /// </summary>
    /// <param name="compared">Whether it tells how it differs from the version before.</param>
    public async Task WriteAsync(CycleSettings settings, PublishedPlan composed, CancellationToken cancellation, bool compared = true)
    {
        string folder = Folder(settings.Id, composed.Version);
        if (compared && await FindAsync(settings.Id, composed.Version - 1, cancellation) is { } before)
            composed = composed with { Changes = PlanChanges.Between(before, composed) };
        string json = await files.WriteOnceAsync($"{folder}/{Json}", JsonSerializer.Serialize(composed, PublicationJson.Options), JsonType, cancellation);
        PublishedPlan plan = Read(json);

        await files.WriteOnceAsync($"{folder}/{Schema}", PublicationJson.Schema, JsonType, cancellation);
        await files.WriteOnceAsync($"{folder}/{Table}", PlanCsv.Write(plan), "text/csv; charset=utf-8", cancellation);
        await files.WriteOnceAsync($"{folder}/{Workbook}", PlanXlsx.Write(plan), Xlsx, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "");
        foreach (LanguageLink page in languages)
        {
            string docx = $"plan.{page.Language}.docx";
            await files.WriteOnceAsync($"{folder}/{docx}", PlanDocument.Write(plan, page.Language), Word, cancellation);
            PlanPageModel model = new(plan, page.Language, languages, Json, Table, "../index.html") { Schema = Schema, Xlsx = Workbook, Docx = docx };
            await files.WriteOnceAsync($"{folder}/{page.Href}", await pages.RenderAsync(model), Html, cancellation);
        }
    }

    /// <summary>A version as it was published, or null; null too where a notice stands in its place.</summary>
    public async Task<PublishedPlan?> FindAsync(string cycle, int version, CancellationToken cancellation) =>
        version > 0 && await files.FindAsync($"{Folder(cycle, version)}/{Json}", cancellation) is { } json && !Notice.IsOne(json) ? Read(json) : null;

    public static string Folder(string cycle, int version) => $"{cycle}/v{version}";

    public static PublishedPlan Read(string json) => JsonSerializer.Deserialize<PublishedPlan>(json, PublicationJson.Options)!;
}
