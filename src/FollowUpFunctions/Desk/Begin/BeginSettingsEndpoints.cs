using FollowUp.Pages;
using FollowUp.Pages.Desk.Begin;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>Third step of beginning a cycle at the desk: the proposed calendar and the settings.</summary>
public sealed class BeginSettingsEndpoints(BeginDesk desk, BeginDrafts drafts, CyclesTable cycles, PageResults results)
{
    [Function(nameof(ShowBegunSettings))]
    public Task<IResult> ShowBegunSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/begin/settings")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(request, (visit, draft) => PageAsync(visit, BeginFields.Settings(draft, Wording.For(visit.Language)), []), cancellation);

    [Function(nameof(TakeBegunSettings))]
    public Task<IResult> TakeBegunSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin/settings")] HttpRequest request, CancellationToken cancellation) =>
        desk.TakeAsync(
            request,
            async (visit, before, posted) =>
            {
                Wording text = Wording.For(visit.Language);
                BeginDraft draft = before.With(
                    BeginFields.Settings(before, text).SelectMany(g => g.Fields).Select(f => KeyValuePair.Create(f.Name, posted.Field(f.Name) ?? "")));
                await drafts.SaveAsync(visit, draft, cancellation);

                CycleIntake intake = await desk.ReadAsync(visit, draft, cancellation);
                List<(string, string)> problems = [.. intake.Problems.Where(p => !BeginReadEndpoints.IsInFile(p)).Select(p => (p.Pointer, p.Message))];
                if (draft["/id"] is { } id && FollowUp.Domain.Cycles.Slug.IsSlug(id) && await cycles.FindAsync(id, cancellation) is not null)
                    problems.Add(("/id", text["begin.id-in-use"]));
                if (problems.Count == 0)
                    return PageResults.SeeOther(BeginDesk.Address(visit, "preview"));
                (IReadOnlyList<BeginGroup> groups, IReadOnlyList<string> others) = BeginDesk.Marked(draft, BeginFields.Settings(draft, text), problems, inEnglish: true);
                return await PageAsync(visit, groups, others);
            },
            cancellation);

    private Task<IResult> PageAsync(DeskVisit visit, IReadOnlyList<BeginGroup> groups, IReadOnlyList<string> others) => results.PageAsync(
        new BeginFormModel(visit.Frame(), 3, groups, others, BeginDesk.Address(visit, "settings"), Files: false) { Back = BeginDesk.Address(visit, "read") });
}
