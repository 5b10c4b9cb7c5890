using FollowUp.Domain.Cycles;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Publication;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>Where the public reads what a cycle has published.</summary>
public sealed class PublishedPages(PlanFiles files, PublicAddresses addresses)
{
    /// <param name="language">Of who asks; where the cycle does not have it, its first.</param>
    public async Task<IReadOnlyList<PublishedPage>> ReadAsync(CycleSettings settings, bool hasPlan, string language, CancellationToken cancellation)
    {
        string cycle = settings.Id;
        List<PublishedPage> pages = [];
        if (hasPlan)
            pages.Add(new("plan", addresses.Plan(cycle)));
        if (hasPlan && (await files.LatestAsync(cycle, cancellation))?.Progress is { } progress)
            pages.Add(new("progress", addresses.File(cycle, progress[(cycle.Length + 1)..])));
        if (await files.ExistsAsync($"{cycle}/{ReportFiles.Folder}/{ReportFiles.Json}", cancellation))
            pages.Add(new("report", addresses.Report(settings, language)));
        if (hasPlan && await files.ExistsAsync($"{cycle}/{ClosingFiles.Folder}/{ClosingFiles.Json}", cancellation))
            pages.Add(new("closing", addresses.ClosingReport(settings, language)));
        return pages;
    }
}
