using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Closing;

namespace FollowUpFunctions.Publication;

/// <summary>The files of the closing report, each written once, all from the plan as it stood at the end.</summary>
public sealed class ClosingFiles(PlanFiles files, PageRenderer pages)
{
    public const string Folder = "closing-report";
    public const string Json = "plan.json";
    private const string Schema = "plan.schema.json";

    public async Task<ClosingReport> WriteAsync(CycleSettings settings, PublishedPlan composed, CancellationToken cancellation)
    {
        PublishedFolder folder = new(files, pages, $"{settings.Id}/{Folder}");
        PublishedPlan plan = await folder.ModelAsync(Json, composed, cancellation);
        await folder.TextAsync(Schema, PublicationJson.Schema, ContentTypes.Json, cancellation);
        ClosingReport report = ClosingReports.Compose(plan);
        Dictionary<string, ClosingText> texts = settings.Languages.ToDictionary(language => language, language => ClosingWriter.Write(report, language));
        foreach ((string language, ClosingText text) in texts)
            await folder.BytesAsync(Document(language), ClosingDocument.Write(text, plan, language), ContentTypes.Word, cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(settings, "");
        await folder.PagesAsync(
            languages, language => new ClosingPageModel(texts[language], plan.Title, language, languages, "../index.html", Document(language), Json), cancellation);
        return report;
    }

    private static string Document(string language) => $"closing-report.{language}.docx";
}
