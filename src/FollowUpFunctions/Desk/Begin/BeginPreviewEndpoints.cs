using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk.Begin;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>Fourth step of beginning a cycle at the desk: what will happen, before anything is sent.</summary>
public sealed class BeginPreviewEndpoints(BeginDesk desk, MailRenderer mails, PageResults results, FollowUpOptions options)
{
    private const string FormAddress = "preview/form";

    // Whom the others ask shows when groups are formed and the plan is drafted.
    private static readonly RoundKind[] _known =
        [RoundKinds.Translation, RoundKinds.WorkshopInvitation, RoundKinds.Consultation, RoundKinds.MonitoringInvitation, ChildrensRounds.Consultation];

    [Function(nameof(ShowPreview))]
    public Task<IResult> ShowPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/begin/preview")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(
            request,
            async (visit, draft) =>
            {
                CycleIntake intake = await desk.ReadAsync(visit, draft, cancellation);
                return await results.PageAsync(await ModelAsync(visit, draft, intake));
            },
            cancellation);

    /// <summary>The first page of the first form, as those who are invited will see it.</summary>
    [Function(nameof(ShowPreviewedForm))]
    public Task<IResult> ShowPreviewedForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/begin/preview/form")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(
            request,
            async (visit, draft) => await desk.ReadAsync(visit, draft, cancellation) is { Contents: { } cycle }
                ? await results.PageAsync(Form(visit, cycle, request.Query["lang"] is [{ } asked, ..] && draft.Languages.Contains(asked) ? asked : draft.Languages[0]))
                : PageResults.SeeOther(BeginDesk.Address(visit, "preview")),
            cancellation);

    /// <summary>The form's button was tried: nothing is answered.</summary>
    [Function(nameof(TakePreviewedForm))]
    public Task<IResult> TakePreviewedForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin/preview/form")] HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(request, (visit, _) => Task.FromResult(PageResults.SeeOther($"{BeginDesk.Address(visit, "preview")}?done=not-sent")), cancellation);

    /// <summary>The invitation to the workshop as its composer writes it, with a link to the form's preview.</summary>
    internal MailModel Invitation(CycleContents cycle, string language, string name, string organisation)
    {
        CycleSettings settings = cycle.Settings;
        return new(
            MailKind.Invitation, RoundForms.WorkshopInvitation.Id, language, name, organisation, settings.Title,
            $"{options.BaseUrl}/desk/begin/{FormAddress}?lang={language}", null,
            settings.Calendar.Rounds[RoundKinds.WorkshopInvitation.Id].Closes, settings.TimeZone, Meeting: settings.Calendar.Workshop);
    }

    private async Task<BeginPreviewModel> ModelAsync(DeskVisit visit, BeginDraft draft, CycleIntake intake)
    {
        List<(string, RenderedMail)> invitations = [];
        foreach (string language in intake.Contents?.Settings.Languages ?? [])
        {
            Stakeholder somebody = intake.Contents!.Stakeholders.FirstOrDefault(s => s.Language == language) ?? intake.Contents.Stakeholders[0];
            invitations.Add((language, await mails.RenderAsync(Invitation(intake.Contents, language, somebody.Contact, somebody.Organisation))));
        }

        return new(
            visit.Frame() with { TimeZone = intake.Contents?.Settings.TimeZone ?? "UTC" },
            draft["/title"]!,
            [.. intake.Problems.Select(p => p.Message)],
            [.. intake.Warnings.Select(w => w.Detail)],
            intake.Contents is { } cycle ? Rounds(cycle) : [],
            invitations,
            BeginDesk.Address(visit));
    }

    private static IReadOnlyList<PreviewRound> Rounds(CycleContents cycle) =>
    [
        .. cycle.Settings.Calendar.Rounds.OrderBy(r => r.Value.Opens).Select(r =>
            RoundKinds.Find(r.Key)! is var kind && _known.Contains(kind)
                ? new PreviewRound(kind, r.Key, r.Value, kind.Audience(cycle).Count)
                : new PreviewRound(kind, r.Key, r.Value, null)),
    ];

    private static FormPageModel Form(DeskVisit visit, CycleContents cycle, string language)
    {
        Form form = RoundForms.WorkshopInvitation;
        AnswerSheet blank = AnswerSheet.Blank(form, language);
        IReadOnlyList<FormStep> steps = FormSteps.Of(form, blank, []);
        CycleSettings settings = cycle.Settings;
        return new(
            new(language, settings.Languages, Wording.For(language).Pair(Wording.For(language)["begin.preview"], settings.Title), settings.TimeZone),
            form, steps[0], 1, steps.Count, null, [], blank, [],
            BeginDesk.Address(visit, FormAddress), BeginDesk.Address(visit, "preview"), [],
            settings.Calendar.Rounds[RoundKinds.WorkshopInvitation.Id].Closes, false,
            cycle.Stakeholders[0].Organisation, settings.Calendar.Workshop);
    }
}
