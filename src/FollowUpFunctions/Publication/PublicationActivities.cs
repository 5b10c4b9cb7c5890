using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>Publishes versions of the plan; every form of it is made from the one model.</summary>
public sealed class PublicationActivities(
    CyclesTable cycles, PlanComposer composer, PlanFiles files, PlanVersionFiles versions, PublicIndex index, JournalTable journal)
{
    /// <returns>Whether the cycle was cancelled before this step began to publish.</returns>
    [Function(nameof(PublishPlan))]
    public async Task<bool> PublishPlan([ActivityTrigger] PublicationOf publication, CancellationToken cancellation)
    {
        string cycle = publication.Cycle;
        // A version whose number was given out is finished: the status and the next try know it by its number.
        if ((await cycles.FindAsync(cycle, cancellation))!.Settings.Cancelled is not null
            && (await cycles.VersionsAsync(cycle, cancellation)).TrueForAll(v => v.Step != publication.Step))
        {
            return true;
        }

        CycleContents contents = await composer.SettleAsync(cycle, cancellation);
        PlanVersion version = await cycles.VersionForAsync(cycle, publication.Step, cancellation);
        LatestVersion written = await versions.WriteAsync(
            contents.Settings, await composer.ComposeAsync(contents, version.Number, version.At, cancellation), version.Step, cancellation);
        await files.SwitchAsync(cycle, written, cancellation);
        await index.WriteAsync(contents.Settings, cancellation);
        await journal.WriteAsync(cycle, new(JournalEvents.PlanPublished, version.At, $"v{version.Number}", publication.Step), cancellation);
        return false;
    }
}
