using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Desk.Begin;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>Second step of beginning a cycle at the desk: what was read from the files.</summary>
public sealed class BeginReadEndpoints(BeginDesk desk, BeginDrafts drafts, CyclesTable cycles, PageResults results)
{
    private static readonly string[] _lists = ["/recommendations", "/stakeholders"];

    [Function(nameof(ShowWhatWasRead))]
    public Task<IResult> ShowWhatWasRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/begin/read")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(
            request,
            async (visit, draft) =>
            {
                CycleIntake intake = await desk.ReadAsync(visit, draft, cancellation);
                byte[] register = await drafts.FileAsync(visit, BeginDrafts.Register, cancellation) ?? [];
                byte[]? contacts = draft.ContactsName is null ? null : await drafts.FileAsync(visit, BeginDrafts.Contacts, cancellation);
                string? carried = draft["/previousCycle"] is { } previous ? (await cycles.FindAsync(previous, cancellation))?.Settings.Title : null;
                return await results.PageAsync(new BeginReadModel(
                    visit.Frame(),
                    Clusters(SheetRequests.Recommendations(register, draft["/sourceLanguage"]).Requests, draft["/sourceLanguage"]),
                    contacts is null ? [] : People(SheetRequests.Stakeholders(contacts).Requests),
                    [.. intake.Problems.Where(IsInFile).Select(p => p.Message)],
                    [.. intake.Warnings.Where(w => !w.Pointer.StartsWith("/calendar", StringComparison.Ordinal)).Select(w => w.Detail)],
                    BeginDesk.Address(visit),
                    carried));
            },
            cancellation);

    [Function(nameof(ReadBegunRegister))]
    public Task<IResult> ReadBegunRegister(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/begin/register")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(
            request,
            async (visit, _) =>
            {
                byte[] register = await drafts.FileAsync(visit, BeginDrafts.Register, cancellation) ?? [];
                SheetFormat format = register.AsSpan().StartsWith("PK"u8) ? SheetFormat.Xlsx : SheetFormat.Csv;
                return PageResults.File(register, format.MediaType, $"register.{format.Name}");
            },
            cancellation);

    /// <summary>Whether something is to be mended in a file, and not in the settings.</summary>
    internal static bool IsInFile(Problem problem) => _lists.Any(list => problem.Pointer.StartsWith(list, StringComparison.Ordinal));

    private static IReadOnlyList<ReadCluster> Clusters(IReadOnlyList<RecommendationRequest> all, string? language) =>
    [
        .. all.GroupBy(r => r.Cluster is { } n && FollowUp.Domain.Recommendations.Clusters.IsKnown(n) ? n : (int?)null).OrderBy(g => g.Key ?? int.MaxValue)
            .Select(g => new ReadCluster(g.Key, [.. g.Select(r => new ReadRecommendation(
                $"§{r.Paragraph}{(r.Letter is null ? "" : $"({r.Letter})")}",
                r.Heading ?? "",
                (language is null ? null : r.Texts?.GetValueOrDefault(language)?.Text) ?? "",
                r.Uncertain))])),
    ];

    private static IReadOnlyList<(StakeholderCategory?, int)> People(IReadOnlyList<StakeholderRequest> all)
    {
        Dictionary<string, StakeholderCategory> known = StakeholderCategories.All.ToDictionary(c => c.Slug());
        return
        [
            .. all.GroupBy(s => s.Category is { } name && known.TryGetValue(name, out StakeholderCategory c) ? c : (StakeholderCategory?)null)
                .OrderBy(g => g.Key ?? (StakeholderCategory)int.MaxValue).Select(g => (g.Key, g.Count())),
        ];
    }
}
