using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>All that can be taken out of a cycle now.</summary>
public sealed class ExportLists(CyclesTable cycles, PlanComposer plans, CycleStores stores, PublicAddresses addresses, PlanFiles files)
{
    private static readonly string[] _data = [".json", ".csv", ".xlsx", ".docx"];

    public async Task<IReadOnlyList<ExportGroup>> ReadAsync(CycleState state, DeskFrame frame, CancellationToken cancellation)
    {
        string id = state.Settings.Id;
        CycleContents contents = await (state.Phase is Phase.Progress ? plans.CurrentAsync(id, cancellation) : cycles.ContentsAsync(id, cancellation));
        List<Round> rounds = [.. (await cycles.Rounds.ListAsync(id, cancellation)).OrderBy(r => r.OpenedAt)];
        return
        [
            new("lists", [Sheet("recommendations", frame), Sheet("stakeholders", frame)]),
            new("meetings",
            [
                new("attendance", [new("CSV", At(frame, "attendance?format=csv")), new("JSON", At(frame, "attendance"))]),
                .. contents.Groups.Select(g => g.Meeting).Distinct().Select(Groups(frame)),
                .. new[] { "recommendations", "plain-words" }.Select(kind => HandOut(kind, contents.Settings, frame)),
            ]),
            new("answers", [.. rounds.Where(r => RecordedRounds.Find(r.Id) is not null).Select(r => new Export("answers", [new("JSON", At(frame, $"rounds/{r.Id}/answers"))]) { Round = r.Id })]),
            new("letters", state.Phase is not Phase.Progress ? [] : [.. Letters.Due(contents).Select(l => new Export("letter", [new("DOCX", At(frame, $"letters/{l.To.Id}"), l.To.Language)], l.To.Organisation))]),
            new("plan",
            [
                new("plan", [new("JSON", At(frame, "plan"))]),
                new("closing", [.. contents.Settings.Languages.SelectMany(l => new ExportFile[] { new("DOCX", At(frame, $"closing-report.docx?lang={l}"), l), new("HTML", At(frame, $"closing-report.html?lang={l}"), l) })]),
                .. state.EndedAt is null ? Array.Empty<Export>() : [new("archive", [new("ZIP", At(frame, "archive"))])],
            ]),
            new("published", await PublishedAsync(id, cancellation)),
        ];
    }

    private static Export Sheet(string key, DeskFrame frame) => new(key, [new("XLSX", At(frame, $"{key}?format=xlsx")), new("CSV", At(frame, $"{key}?format=csv"))]);

    private static Func<string, Export> Groups(DeskFrame frame) => round => new(
        "groups", [new("JSON", At(frame, $"groups?meeting={(round == RoundKinds.Commitments.Id ? CalendarSteps.Workshop : CalendarSteps.MonitoringWorkshop)}"))]) { Round = round };

    private static Export HandOut(string kind, CycleSettings settings, DeskFrame frame) => new(
        $"hand-out-{kind}",
        [.. settings.Languages.SelectMany(l => new ExportFile[] { new("DOCX", At(frame, $"hand-out/{kind}/{l}.docx"), l), new("HTML", At(frame, $"hand-out/{kind}/{l}.html"), l) })]);

    // Of the plan the newest version; schemas are for programs, which find them by the files themselves.
    private async Task<IReadOnlyList<Export>> PublishedAsync(string cycle, CancellationToken cancellation)
    {
        LatestVersion? latest = await files.LatestAsync(cycle, cancellation);
        string[] folders = [$"v{latest?.Version}", ReportFiles.Folder, ClosingFiles.Folder];
        List<Export> published = [];
        await foreach (Azure.Storage.Blobs.Models.BlobItem blob in CycleStores.FilesAsync(stores.Containers.Single(c => c.IsPublic), cycle, cancellation))
        {
            string file = blob.Name[(cycle.Length + 1)..];
            if (folders.Contains(file.Split('/')[0]) && _data.Contains(Path.GetExtension(file)) && !file.Contains(".schema.", StringComparison.Ordinal))
                published.Add(new("published", [new(Path.GetExtension(file)[1..].ToUpperInvariant(), addresses.File(cycle, file), Size: blob.Properties.ContentLength)], file));
        }

        return published;
    }

    private static string At(DeskFrame frame, string file) => frame.Page($"files/{file}");
}
