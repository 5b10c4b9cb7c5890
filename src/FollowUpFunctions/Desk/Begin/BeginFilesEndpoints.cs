using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Pages;
using FollowUp.Pages.Desk.Begin;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>First step of beginning a cycle at the desk: the document, the contacts, and the few words that no file says.</summary>
public sealed class BeginFilesEndpoints(BeginDesk desk, BeginDrafts drafts, CyclesTable cycles, PageResults results, TimeProvider clock)
{
    private static readonly string[] _typed = ["/previousCycle", "/title", "/country", "/calendar/workshop/place", "/timeZone", BeginDraft.WorkshopDay];
    private static readonly string[] _needed = ["/title", "/country", "/calendar/workshop/place"];

    [Function(nameof(ShowBeginning))]
    public Task<IResult> ShowBeginning(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/begin")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(
            request,
            async visit =>
            {
                BeginDraft? there = await drafts.FindAsync(visit, cancellation) is { Begun: null } open ? open : null;
                BeginDraft shown = request.Query["previous"] is [{ } previous, ..] ? await FollowingAsync(previous, there, cancellation) : there ?? BeginDrafts.New();
                return await results.PageAsync(new BeginFormModel(
                    visit.Frame(), 1, BeginFields.First(shown, Wording.For(visit.Language)), [], BeginDesk.Address(visit), Files: true,
                    there is { IsReady: true } ? BeginDesk.Address(visit, "read") : null));
            },
            cancellation);

    [Function(nameof(TakeBeginning))]
    public Task<IResult> TakeBeginning(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin")] HttpRequest request, CancellationToken cancellation) =>
        desk.TakeAsync(
            request,
            async (visit, posted) =>
            {
                BeginDraft before = await drafts.FindAsync(visit, cancellation) is { Begun: null } open ? open : BeginDrafts.New();
                BeginDraft draft = before.With(_typed.Select(f => KeyValuePair.Create(f, posted.Field(f) ?? "")))
                    .With([new("/languages", string.Join(' ', posted.Fields.GetValueOrDefault("/languages") ?? []))]);
                Wording text = Wording.For(visit.Language);
                List<(string, string)> problems = [];
                draft = await TakeDocumentAsync(visit, draft, posted, text, problems, cancellation);
                draft = await TakeContactsAsync(visit, draft, posted, text, problems, cancellation);
                problems.AddRange(Missing(draft, text));
                draft = await CompletedAsync(visit, before, draft, cancellation);
                // Whatever is wrong: what was given is kept.
                await drafts.SaveAsync(visit, draft, cancellation);
                if (problems.Count == 0)
                    return PageResults.SeeOther(BeginDesk.Address(visit, "read"));
                (IReadOnlyList<BeginGroup> groups, IReadOnlyList<string> others) = BeginDesk.Marked(draft, BeginFields.First(draft, text), problems, inEnglish: false);
                return await results.PageAsync(new BeginFormModel(visit.Frame(), 1, groups, others, BeginDesk.Address(visit), Files: true));
            },
            cancellation);

    [Function(nameof(DiscardBeginning))]
    public Task<IResult> DiscardBeginning(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin/discard")] HttpRequest request, CancellationToken cancellation) =>
        desk.TakeAsync(
            request,
            async (visit, _) =>
            {
                await drafts.DiscardAsync(visit, cancellation);
                return PageResults.SeeOther(visit.Root);
            },
            cancellation);

    private async Task<BeginDraft> FollowingAsync(string previous, BeginDraft? there, CancellationToken cancellation) =>
        Slug.IsSlug(previous) && await cycles.FindAsync(previous, cancellation) is { Settings: { } settings }
            ? (there ?? BeginDrafts.New()).With(
            [
                new("/previousCycle", settings.Id), new("/country", settings.Country), new("/timeZone", settings.TimeZone), new("/languages", string.Join(' ', settings.Languages)),
            ])
            : there ?? BeginDrafts.New();

    private async Task<BeginDraft> TakeDocumentAsync(
        DeskVisit visit, BeginDraft draft, PostedForm posted, Wording text, List<(string, string)> problems, CancellationToken cancellation)
    {
        if (Given(posted, BeginFields.Document, draft.DocumentName, text, problems) is not { } file)
            return draft;
        (BroughtDocument? brought, string? problem) = BroughtDocument.Read(file, draft["/country"]);
        if (brought is null)
        {
            problems.Add((BeginFields.Document, problem!));
            return draft;
        }

        await drafts.SaveAsync(visit, BeginDrafts.Register, brought.Sheet, cancellation);
        return (draft with { DocumentName = file.Name }).With(
            [new("/symbol", brought.Symbol ?? draft["/symbol"] ?? ""), new("/sourceLanguage", brought.Language ?? draft["/sourceLanguage"] ?? "en")]);
    }

    private async Task<BeginDraft> TakeContactsAsync(
        DeskVisit visit, BeginDraft draft, PostedForm posted, Wording text, List<(string, string)> problems, CancellationToken cancellation)
    {
        string? there = draft.ContactsName ?? (draft["/previousCycle"] is null ? null : "");
        if (Given(posted, BeginFields.Contacts, there, text, problems) is not { } file)
            return draft;
        SheetRequests<StakeholderRequest> rows = SheetRequests.Stakeholders(file.Bytes!);
        if (rows.Requests.Count == 0)
        {
            problems.Add((BeginFields.Contacts, string.Join(' ', rows.Problems.Select(p => p.Message).DefaultIfEmpty("The sheet has no row with a contact."))));
            return draft;
        }

        await drafts.SaveAsync(visit, BeginDrafts.Contacts, file.Bytes!, cancellation);
        return draft with { ContactsName = file.Name };
    }

    private static PostedFile? Given(PostedForm posted, string field, string? there, Wording text, List<(string, string)> problems)
    {
        PostedFile? file = posted.Files.GetValueOrDefault(field);
        if (BroughtFiles.Fault(file, text) is not { } fault)
            return file;
        // One that was given before need not be chosen again.
        if (file is not null || there is null)
            problems.Add((field, fault));
        return null;
    }

    private IEnumerable<(string, string)> Missing(BeginDraft draft, Wording text)
    {
        foreach (string field in _needed.Where(f => draft[f] is null))
            yield return (field, text["begin.missing"]);
        if (draft.Languages.Count == 0)
            yield return ("/languages", text["begin.missing"]);
        if (Workshop(draft) is not { } day || day <= Today(draft))
            yield return (BeginDraft.WorkshopDay, text["begin.missing.date"]);
        if (ZoneClock.Find(draft["/timeZone"] ?? "") is null)
            yield return ("/timeZone", text["begin.missing.zone"]);
    }

    private async Task<BeginDraft> CompletedAsync(DeskVisit visit, BeginDraft before, BeginDraft draft, CancellationToken cancellation)
    {
        draft = draft.With(BeginFields.Usual(visit, draft.Languages).Where(f => draft[f.Key] is null));
        if (Workshop(draft) is not { } day)
            return draft;
        if (before[BeginDraft.WorkshopDay] != draft[BeginDraft.WorkshopDay] || draft["/calendar/workshop/starts"] is null)
            draft = draft.With(BeginFields.Proposed(CalendarProposal.From(day, Today(draft))));
        return draft.With(new Dictionary<string, string>
        {
            ["/id"] = draft["/id"] ?? await FreeIdAsync(string.Create(CultureInfo.InvariantCulture, $"{draft["/country"]} {day.Year}"), cancellation),
            ["/calendar/monitoringWorkshop/place"] = draft["/calendar/monitoringWorkshop/place"] ?? draft["/calendar/workshop/place"] ?? "",
        });
    }

    // A second cycle of a country in one year has a number.
    private async Task<string> FreeIdAsync(string name, CancellationToken cancellation)
    {
        string id = Slug.From(name);
        for (int n = 2; await cycles.FindAsync(id, cancellation) is not null; n++)
            id = Slug.From(string.Create(CultureInfo.InvariantCulture, $"{name} {n}"));
        return id;
    }

    private DateOnly Today(BeginDraft draft) => DateOnly.FromDateTime(LocalTimes.Local(clock.GetUtcNow(), ZoneClock.Find(draft["/timeZone"] ?? "") ?? TimeZoneInfo.Utc));

    private static DateOnly? Workshop(BeginDraft draft) =>
        DateOnly.TryParseExact(draft[BeginDraft.WorkshopDay], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is > 1990 and < 2190 ? day : null;
}
