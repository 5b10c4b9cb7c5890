using FollowUp.Domain.Recommendations;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Import;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Desk.Begin;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Import;

/// <summary>How far the translations are, and official ones that are brought in.</summary>
public sealed class TranslationDeskEndpoints(DeskDoor door, BeginDrafts drafts, CyclesTable cycles, OfficialTranslations translations, PageResults results)
{
    private const string Part = "document";

    [Function(nameof(ListTranslations))]
    public Task<IResult> ListTranslations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/import/translations")] HttpRequest request,
        string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, (visit, state) => PageAsync(visit, state, null, null, cancellation), cancellation);

    /// <summary>What a document that was given would bring.</summary>
    [Function(nameof(ShowOfficialTranslation))]
    public Task<IResult> ShowOfficialTranslation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/import/translations/{language}")] HttpRequest request,
        string cycle, string language, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            cycle,
            async (visit, state) => await DocumentAsync(visit, cycle, language, cancellation) is not { } document
                ? PageResults.SeeOther(Address(visit, cycle))
                : await translations.ReadAsync(cycle, language, document, cancellation) is { Official: { } official }
                    ? await PageAsync(visit, state, new(language, official.Texts.Count, official.Missing, official.NotInRegister), null, cancellation)
                    : PageResults.SeeOther(Address(visit, cycle)),
            cancellation);

    [Function(nameof(LookAtTranslation))]
    public Task<IResult> LookAtTranslation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/import/translations/{language}")] HttpRequest request,
        string cycle, string language, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, posted) =>
            {
                Wording text = Wording.For(visit.Language);
                PostedFile? file = posted.Files.GetValueOrDefault(Part);
                if (BroughtFiles.Fault(file, text) is { } fault)
                    return await PageAsync(visit, state, null, (language, fault), cancellation);
                byte[] document = file!.Bytes!;
                if (await translations.ReadAsync(cycle, language, document, cancellation) is { Problem: { } problem })
                    return await PageAsync(visit, state, null, (language, problem.Message), cancellation);
                await drafts.SaveAsync(visit, Name(cycle, language), document, cancellation);
                return PageResults.SeeOther(Address(visit, cycle, language));
            },
            cancellation);

    [Function(nameof(ConfirmTranslation))]
    public Task<IResult> ConfirmTranslation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/import/translations/{language}/confirm")] HttpRequest request,
        string cycle, string language, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            async (visit, state, _) =>
            {
                if (state.IsOver)
                    return PageResults.SeeOther($"{Address(visit, cycle)}?done=cycle-over");
                if (await DocumentAsync(visit, cycle, language, cancellation) is not { } document
                    || await translations.ReadAsync(cycle, language, document, cancellation) is not { Official: { } official })
                {
                    return PageResults.SeeOther(Address(visit, cycle));
                }

                await translations.TakeAsync(cycle, language, official, cancellation);
                await drafts.RemoveAsync(visit, Name(cycle, language), cancellation);
                return PageResults.SeeOther($"{Address(visit, cycle)}?done=imported");
            },
            cancellation);

    private async Task<byte[]?> DocumentAsync(DeskVisit visit, string cycle, string language, CancellationToken cancellation) =>
        LanguageTags.IsOne(language) ? await drafts.FileAsync(visit, Name(cycle, language), cancellation) : null;

    private async Task<IResult> PageAsync(
        DeskVisit visit, CycleState state, OfficialView? official, (string, string)? wrong, CancellationToken cancellation)
    {
        CycleFacts facts = await cycles.CurrentFactsAsync(state.Settings.Id, cancellation);
        return await results.PageAsync(new TranslationsModel(
            visit.Frame(state, DeskSections.Plan), TranslationOverview.Of(facts.Settings, facts.Recommendations), facts.Recommendations.Count, official, wrong));
    }

    private static string Address(DeskVisit visit, string cycle, string? language = null) =>
        visit.Address(cycle, language is null ? "import/translations" : $"import/translations/{language}");

    private static string Name(string cycle, string language) => $"import-{cycle}-official-{language}";
}
