using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Report;

namespace FollowUpFunctions.Publication;

/// <summary>The files of the report of commitments, each written once.</summary>
public sealed class ReportFiles(PlanFiles files, PageRenderer pages)
{
    public const string Folder = "commitments";
    public const string Json = "report.json";
    private const string Schema = "report.schema.json";
    private const string JsonType = "application/json; charset=utf-8";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes them from the JSON, which stands from the first try on: where a step died, the other files still say what it says.</summary>
    public async Task<CommitmentsReport> WriteAsync(CycleSettings settings, CommitmentsReport composed, CancellationToken cancellation)
    {
        string folder = $"{settings.Id}/{Folder}";
        string json = await files.WriteOnceAsync($"{folder}/{Json}", JsonSerializer.Serialize(composed, PublicationJson.Options), JsonType, cancellation);
        CommitmentsReport report = JsonSerializer.Deserialize<CommitmentsReport>(json, PublicationJson.Options)!;
        await files.WriteOnceAsync($"{folder}/{Schema}", PublicationJson.ReportSchema, JsonType, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "");
        foreach (LanguageLink page in languages)
        {
            string docx = $"report.{page.Language}.docx";
            await files.WriteOnceAsync($"{folder}/{docx}", ReportDocument.Write(report, page.Language), Word, cancellation);
            ReportPageModel model = new(report, page.Language, languages, Json, Schema, docx, "../index.html");
            await files.WriteOnceAsync($"{folder}/{page.Href}", await pages.RenderAsync(model), "text/html; charset=utf-8", cancellation);
        }

        return report;
    }
}
