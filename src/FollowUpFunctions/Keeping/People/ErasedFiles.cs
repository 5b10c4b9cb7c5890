using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.People;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using PlanVersion = FollowUpFunctions.Storage.PlanVersion;

namespace FollowUpFunctions.Keeping.People;

/// <summary>
/// Takes somebody out of a cycle's files. Private ones that name them are deleted. Of a published version that names them a new one is published, the same
/// but for the words, and all files of the old one become a notice; other published files are written anew without the words, or become a notice.
/// </summary>
public sealed partial class ErasedFiles(
    CycleStores stores, CyclesTable cycles, ErasuresTable erasures, PlanFiles files, PlanVersionFiles versions, PublicIndex index, EvidenceStore evidence, Notice notice)
{
    /// <summary>Whether any file names the person.</summary>
    public async Task<bool> AnyAsync(string cycle, PersonWords words, CancellationToken cancellation)
    {
        foreach (CycleContainer container in stores.Containers)
        {
            await foreach (BlobItem file in CycleStores.FilesAsync(container, cycle, cancellation))
            {
                if ((EvidenceStore.NameOf(file) is { } called && words.Are(called)) || Names(words, file.Name, await ReadAsync(container, file.Name, cancellation)))
                    return true;
            }
        }

        return false;
    }

    public async Task<Erasure> EraseAsync(Erasure erasure, PersonWords words, IReadOnlyCollection<string> invitations, CancellationToken cancellation)
    {
        int deleted = 0;
        foreach (CycleContainer container in stores.Containers.Where(c => !c.IsPublic))
        {
            await foreach (BlobItem file in CycleStores.FilesAsync(container, erasure.Cycle, cancellation))
            {
                // A mail is to a person; what an organisation gave as evidence is its own, whoever sent it.
                bool toThem = !container.IsArchived && invitations.Any(i => file.Name.Contains(i, StringComparison.Ordinal));
                if (!toThem && !Names(words, file.Name, await ReadAsync(container, file.Name, cancellation)))
                {
                    if (EvidenceStore.NameOf(file) is { } called && words.Are(called))
                        await evidence.RenameAsync(file, words.Without(called), cancellation);
                    continue;
                }

                await container.Container.DeleteBlobIfExistsAsync(file.Name, cancellationToken: cancellation);
                deleted++;
            }
        }

        erasure = erasure with { Counts = erasure.Counts + new ErasureCounts(Files: deleted) };
        foreach (CycleContainer container in stores.Containers.Where(c => c.IsPublic))
            erasure = await PublishedAsync(erasure, container, words, cancellation);
        return erasure;
    }

    private async Task<Erasure> PublishedAsync(Erasure erasure, CycleContainer container, PersonWords words, CancellationToken cancellation)
    {
        List<string> found = [];
        await foreach (BlobItem file in CycleStores.FilesAsync(container, erasure.Cycle, cancellation))
        {
            if (Names(words, file.Name, await ReadAsync(container, file.Name, cancellation)))
                found.Add(file.Name);
        }

        int[] named = [.. found.Select(f => Version.Match(f[CycleStores.Folder(erasure.Cycle).Length..])).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        if (found.Count == 0 && erasure.Versions.Count == 0)
            return erasure;
        erasure = erasure with { Versions = [.. erasure.Versions.Union(named).Order()] };
        // Known before the first file is a notice: where it breaks off, the others still become one.
        await erasures.WriteAsync(erasure, cancellation);
        CycleSettings settings = (await cycles.FindAsync(erasure.Cycle, cancellation))!.Settings;
        int changed = 0;
        if (erasure.Versions.Count > 0)
        {
            await PublishAsync(erasure, settings, words, cancellation);
            foreach (int version in erasure.Versions)
                changed += await ReplaceAsync(erasure, container, settings, version, cancellation);
        }

        foreach (string path in found.Where(f => !Version.IsMatch(f[CycleStores.Folder(erasure.Cycle).Length..])))
        {
            await RewriteAsync(erasure, container, settings, path, words, cancellation);
            changed++;
        }

        await index.WriteAsync(settings, cancellation);
        return erasure with { Counts = erasure.Counts + new ErasureCounts(Published: changed) };
    }

    // What it says is what the newest version says, not what is on record by now: a plan that is being worked at is not published by an erasure.
    private async Task PublishAsync(Erasure erasure, CycleSettings settings, PersonWords words, CancellationToken cancellation)
    {
        LatestVersion? latest = await files.LatestAsync(erasure.Cycle, cancellation);
        if (latest is null || !erasure.Versions.Contains(latest.Version))
            return;
        string folder = PlanVersionFiles.Folder(erasure.Cycle, latest.Version);
        string? json = await files.FindAsync($"{folder}/plan.json", cancellation);
        if (json is null || Notice.IsOne(json))
            return;
        PlanVersion version = await cycles.VersionForAsync(erasure.Cycle, Step(erasure, latest.Version), cancellation);
        PublishedPlan plan = PublishedFolder.Read<PublishedPlan>(JsonTexts.Change(json, words.Without, PublicationJson.Options));
        LatestVersion written = await versions.WriteAsync(
            settings, plan with { Version = version.Number, PublishedAt = version.At, Changes = [] }, step: null, cancellation, compared: false);
        await files.SwitchAsync(erasure.Cycle, written, cancellation);
    }

    /// <summary>What the new version was published after.</summary>
    public static string Step(Erasure erasure, int version) => $"erasure-{erasure.Id[..12]}-v{version}";

    public static bool IsStep(Erasure erasure, string step) => step.StartsWith($"erasure-{erasure.Id[..12]}-v", StringComparison.Ordinal);

    private async Task<int> ReplaceAsync(Erasure erasure, CycleContainer container, CycleSettings settings, int version, CancellationToken cancellation)
    {
        int replaced = 0;
        string folder = $"{PlanVersionFiles.Folder(erasure.Cycle, version)}/";
        await foreach (BlobItem file in container.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
        {
            if (file.Name.EndsWith(".schema.json", StringComparison.Ordinal))
                continue;
            await files.ReplaceAsync(file.Name, await notice.OfAsync(settings, file.Name, erasure.At), file.Properties.ContentType, cancellation);
            replaced++;
        }

        return replaced;
    }

    private async Task RewriteAsync(
        Erasure erasure, CycleContainer container, CycleSettings settings, string path, PersonWords words, CancellationToken cancellation)
    {
        BlobDownloadResult there = await container.Container.GetBlobClient(path).DownloadContentAsync(cancellation);
        BinaryData content = there.Content;
        bool isText = !content.ToMemory().Span.StartsWith("PK"u8) && !content.ToMemory().Span.StartsWith("%PDF"u8);
        if (isText)
        {
            string text = content.ToString();
            content = BinaryData.FromString(path.EndsWith(".json", StringComparison.Ordinal) ? JsonTexts.Change(text, words.Without, PublicationJson.Options) : words.Without(text));
        }

        if (Names(words, path, content))
            content = await notice.OfAsync(settings, path, erasure.At);
        await files.ReplaceAsync(path, content, there.Details.ContentType, cancellation);
    }

    private static bool Names(PersonWords words, string name, BinaryData content) => FileReading.Texts(name, content).Any(words.Are);

    private static async Task<BinaryData> ReadAsync(CycleContainer container, string name, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult there = await container.Container.GetBlobClient(name).DownloadContentAsync(cancellation);
            return there.Content;
        }
        catch (Azure.RequestFailedException e) when (e.Status == TableRows.NotFound)
        {
            return BinaryData.FromString("");
        }
    }

    [GeneratedRegex(@"^v(\d+)/")]
    private static partial Regex Version { get; }
}
