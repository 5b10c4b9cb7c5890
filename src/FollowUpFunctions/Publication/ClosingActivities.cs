using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>Publishes the closing report once, when all rounds are over, and the page of a cycle that another goes on to.</summary>
public sealed class ClosingActivities(
    CyclesTable cycles, PlanComposer composer, ClosingFiles files, PublicIndex index, JournalTable journal, TimeProvider clock)
{
    /// <returns>Whether the cycle was cancelled: then nothing is published.</returns>
    [Function(nameof(PublishClosingReport))]
    public async Task<bool> PublishClosingReport([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleState state = (await cycles.FindAsync(cycle, cancellation))!;
        if (state.Settings.Cancelled is not null)
            return true;
        int version = Math.Max(1, (await cycles.VersionsAsync(cycle, cancellation)).Count);
        CycleContents contents = await composer.ReadAsync(cycle, cancellation);
        ClosingReport report = await files.WriteAsync(
            contents.Settings, await composer.ComposeAsync(contents, version, clock.GetUtcNow(), cancellation), cancellation);
        await index.WriteAsync(contents.Settings, cancellation);
        string detail = $"{report.Items.Count()} recommendations, {report.Items.Count(i => i.Views.Count == 0)} nothing said";
        await journal.WriteAsync(cycle, new(JournalEvents.ClosingReportPublished, report.Plan.PublishedAt, ClosingFiles.Folder, detail), cancellation);
        return false;
    }

    /// <summary>Gives a cycle that goes on from another its public page, so that the one before can lead there from the start.</summary>
    [Function(nameof(OpenPublicPage))]
    public async Task OpenPublicPage([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleSettings settings = (await cycles.FindAsync(cycle, cancellation))!.Settings;
        if (settings.PreviousCycle is not null && settings.Cancelled is null)
            await index.WriteAsync(settings, cancellation);
    }
}
