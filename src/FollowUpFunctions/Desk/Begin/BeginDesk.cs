using FollowUp.Pages;
using FollowUp.Pages.Desk.Begin;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>What a draft's pages need: the draft of whoever is signed in, its files, and what the intake says of them.</summary>
public sealed class BeginDesk(DeskDoor door, BeginDrafts drafts, CycleBeginning beginning, PageResults results)
{
    /// <summary>Address of the first step; those of the others begin with it.</summary>
    public static string Address(DeskVisit visit, string step = "") => $"{visit.Root}/begin{(step.Length == 0 ? "" : $"/{step}")}";

    /// <summary>A page for coordinators of the installation; for others there is none.</summary>
    public Task<IResult> ShowAsync(HttpRequest request, Func<DeskVisit, Task<IResult>> page, CancellationToken cancellation) =>
        door.ShowAsync(request, visit => visit.SeesAll ? page(visit) : UnknownAsync(visit), cancellation);

    public Task<IResult> TakeAsync(HttpRequest request, Func<DeskVisit, PostedForm, Task<IResult>> take, CancellationToken cancellation) =>
        door.TakeAsync(request, (visit, posted) => visit.SeesAll ? take(visit, posted) : UnknownAsync(visit), cancellation);

    /// <summary>A page about a draft; where there is none, or not enough of it, the first step.</summary>
    public Task<IResult> ShowAsync(HttpRequest request, Func<DeskVisit, BeginDraft, Task<IResult>> page, CancellationToken cancellation) =>
        ShowAsync(request, visit => WithDraftAsync(visit, page, cancellation), cancellation);

    public Task<IResult> TakeAsync(HttpRequest request, Func<DeskVisit, BeginDraft, PostedForm, Task<IResult>> take, CancellationToken cancellation) =>
        TakeAsync(request, (visit, posted) => WithDraftAsync(visit, (v, draft) => take(v, draft, posted), cancellation), cancellation);

    public async Task<Upload> UploadAsync(DeskVisit visit, BeginDraft draft, CancellationToken cancellation) => BeginPosting.Of(
        draft,
        await drafts.FileAsync(visit, BeginDrafts.Register, cancellation),
        draft.ContactsName is null ? null : await drafts.FileAsync(visit, BeginDrafts.Contacts, cancellation));

    public async Task<CycleIntake> ReadAsync(DeskVisit visit, BeginDraft draft, CancellationToken cancellation) =>
        await beginning.ReadAsync(await UploadAsync(visit, draft, cancellation), cancellation);

    /// <summary>The groups with each problem at its field, and what belongs to none.</summary>
    public static (IReadOnlyList<BeginGroup> Groups, IReadOnlyList<string> Others) Marked(
        BeginDraft draft, IReadOnlyList<BeginGroup> groups, IEnumerable<(string Pointer, string Message)> problems, bool inEnglish)
    {
        string[] names = [.. groups.SelectMany(g => g.Fields).Select(f => f.Name)];
        ILookup<string, string> found = problems.ToLookup(p => BeginPosting.Field(draft, p.Pointer, names) ?? "", p => p.Message);
        return ([.. groups.Select(g => g with { Fields = [.. g.Fields.Select(f => f with { Errors = [.. found[f.Name]], InEnglish = inEnglish })] })], [.. found[""]]);
    }

    private async Task<IResult> WithDraftAsync(DeskVisit visit, Func<DeskVisit, BeginDraft, Task<IResult>> page, CancellationToken cancellation) =>
        await drafts.FindAsync(visit, cancellation) is not { } draft ? PageResults.SeeOther(Address(visit))
        : draft.Begun is { } cycle ? PageResults.SeeOther(visit.Address(cycle))
        : draft.IsReady ? await page(visit, draft)
        : PageResults.SeeOther(Address(visit));

    private Task<IResult> UnknownAsync(DeskVisit visit) =>
        results.MissingAsync(visit);
}
