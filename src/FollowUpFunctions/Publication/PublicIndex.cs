using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUpFunctions.Storage;
using PlanVersion = FollowUpFunctions.Storage.PlanVersion;

namespace FollowUpFunctions.Publication;

/// <summary>The page at a cycle's public address: the versions of its plan, and its report of commitments.</summary>
public sealed class PublicIndex(CyclesTable cycles, PlanFiles files, PlanVersionFiles versionFiles, PageRenderer pages)
{
    /// <summary>Writes the index anew. It is made from the pointer, so that a step repeated late can't lead readers back to an older version.</summary>
    public async Task WriteAsync(CycleSettings settings, CancellationToken cancellation)
    {
        int latest = (await files.LatestAsync(settings.Id, cancellation))?.Version ?? 0;
        List<FollowUp.Pages.Plan.PlanVersion> versions = [];
        foreach (PlanVersion v in (await cycles.VersionsAsync(settings.Id, cancellation)).Where(v => v.Number <= latest))
        {
            IReadOnlyList<PlanChangeTold>? changes = v.Number > 1 ? (await versionFiles.FindAsync(settings.Id, v.Number, cancellation))?.Changes : null;
            versions.Add(new(v.Number, v.At, LanguagePages(settings, $"v{v.Number}/"), changes));
        }

        bool reported = await files.ExistsAsync($"{settings.Id}/{ReportFiles.Folder}/{ReportFiles.Json}", cancellation);
        PlansIndexModel index = new(
            settings.Title,
            settings.Country,
            settings.Languages[0],
            settings.TimeZone,
            versions,
            reported ? LanguagePages(settings, $"{ReportFiles.Folder}/") : null);
        await files.WriteIndexAsync(settings.Id, await pages.RenderAsync(index), cancellation);
    }

    /// <summary>The first language's page is index.html; the others carry their language in their name.</summary>
    public static IReadOnlyList<LanguageLink> LanguagePages(CycleSettings settings, string folder) =>
        [.. settings.Languages.Select(language => new LanguageLink(language, $"{folder}{LanguagePage(settings, language)}"))];

    /// <summary>The file of a page in a language; in one that the cycle doesn't have, the first.</summary>
    public static string LanguagePage(CycleSettings settings, string language) =>
        language == settings.Languages[0] || !settings.Languages.Contains(language) ? "index.html" : $"index.{language}.html";
}
