using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;
using PlanVersion = FollowUpFunctions.Storage.PlanVersion;

namespace FollowUpFunctions.Publication;

/// <summary>Publishes versions of the plan; every form of it is made from the one model.</summary>
public sealed class PublicationActivities(
    CyclesTable cycles, PlanComposer composer, PlanFiles files, PublicIndex index, PageRenderer pages, JournalTable journal)
{
    private const string Html = "text/html; charset=utf-8";

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

        CycleContents contents = await composer.SettleAssignmentsAsync(cycle, cancellation);
        PlanVersion version = await cycles.VersionForAsync(cycle, publication.Step, cancellation);
        string folder = $"{cycle}/v{version.Number}";

        // The JSON that stands decides: where a step died and something was assigned meanwhile, the other files still say what it says.
        PublishedPlan composed = await composer.ComposeAsync(contents, version.Number, version.At, cancellation);
        string json = await files.WriteOnceAsync(
            $"{folder}/plan.json", JsonSerializer.Serialize(composed, PublicationJson.Options), "application/json; charset=utf-8", cancellation);
        PublishedPlan plan = JsonSerializer.Deserialize<PublishedPlan>(json, PublicationJson.Options)!;

        await files.WriteOnceAsync($"{folder}/plan.csv", PlanCsv.Write(plan), "text/csv; charset=utf-8", cancellation);
        IReadOnlyList<LanguageLink> languages = PublicIndex.LanguagePages(contents.Settings, "");
        foreach (LanguageLink page in languages)
        {
            PlanPageModel model = new(plan, page.Language, languages, "plan.json", "plan.csv", "../index.html");
            await files.WriteOnceAsync($"{folder}/{page.Href}", await pages.RenderAsync(model), Html, cancellation);
        }

        await files.SwitchAsync(cycle, new(version.Number, version.At, $"{folder}/index.html"), cancellation);
        await index.WriteAsync(contents.Settings, cancellation);
        await journal.WriteAsync(cycle, new(JournalEvents.PlanPublished, version.At, $"v{version.Number}", publication.Step), cancellation);
        return false;
    }
}
