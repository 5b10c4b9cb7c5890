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

    public async Task<CommitmentsReport> WriteAsync(CycleSettings settings, CommitmentsReport composed, CancellationToken cancellation)
    {
        PublishedFolder folder = new(files, pages, $"{settings.Id}/{Folder}");
        CommitmentsReport report = await folder.ModelAsync(Json, composed, cancellation);
        await folder.TextAsync(Schema, PublicationJson.ReportSchema, ContentTypes.Json, cancellation);
        foreach (string language in settings.Languages)
            await folder.BytesAsync(Document(language), ReportDocument.Write(report, language), ContentTypes.Word, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "");
        await folder.PagesAsync(
            languages, language => new ReportPageModel(report, language, languages, Json, Schema, Document(language), "../index.html"), cancellation);
        return report;
    }

    private static string Document(string language) => $"report.{language}.docx";
}
