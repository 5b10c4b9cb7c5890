using FollowUp.Domain.Forms;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Http;
using FollowUpFunctions.Progress.Evidence;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Rounds;

/// <summary>Takes one posted page of a form: to go on, to come back later, to read on in another language, or while it is being typed.</summary>
public sealed class StepAnswers(Submissions submissions, Translations translations, ChildrensGroups groups, FormPages pages, FileAnswers files, PageResults results)
{
    public async Task<IResult> SaveAsync(FormVisit visit, FormStep step, PostedForm posted, CancellationToken cancellation)
    {
        bool speaks = posted.Button == FormInput.Speak;
        if (speaks && posted.Field(FormInput.SeenField) is null)
            return await results.PageAsync(pages.Step(visit, step, []));
        FilesPosted given = await files.TakeAsync(visit, step, posted, cancellation);
        if (speaks)
        {
            // To read on in another language is no reason to lose a file.
            given = given with { Removed = [] };
            if (given.Errors.Count == 0 && Fingerprint.Of(step, With(visit, step, posted, given, visit.Sheet)) == Fingerprint.Of(step, visit.Sheet))
                return PageResults.SeeOther(pages.Address(visit, step.Path));
        }

        (bool saved, AnswerSheet sheet) = await WriteAsync(visit, step, posted, given, cancellation);
        if (!saved)
        {
            IReadOnlyList<FormError> again = [.. given.Errors, .. given.Again];
            return await results.PageAsync(pages.ChangedElsewhere(visit with { Sheet = With(visit, step, posted, given.WithoutFiles, sheet) }, step, sheet, again));
        }

        FormVisit now = visit with { Sheet = sheet };
        if (speaks)
        {
            return given.Errors.Count > 0
                ? await results.PageAsync(pages.Step(now, step, given.Errors))
                : PageResults.SeeOther(pages.Address(now, step.Path));
        }

        await translations.TakeAsync(now, step, cancellation);
        await groups.TakeAsync(now, step, cancellation);
        if (posted.Button == FormInput.Later && given.Errors.Count == 0)
            return await results.PageAsync(pages.Saved(now));
        IReadOnlyList<FormError> errors = [.. FormCheck.Step(step, sheet, visit.Invitation.Asked), .. given.Errors];
        return errors.Count > 0
            ? await results.PageAsync(pages.Step(now, step, errors))
            : PageResults.SeeOther(pages.After(now, step));
    }

    /// <summary>
    /// Keeps what is typed as a draft and says in few bytes what came of it: 204 with the fingerprint of what is saved now, 409 where another window
    /// has saved something else, 410 where the page is no longer asked for. Nothing that a saved page sets off follows from it, and files stay as they are.
    /// </summary>
    public async Task<IResult> KeepAsync(FormVisit visit, FormStep? step, PostedForm posted, CancellationToken cancellation)
    {
        if (step is null || visit.Facts.Settings.Cancelled is not null || posted.Field(FormInput.SeenField) is null)
            return PageResults.Gone;
        FilesPosted none = new(step, new Dictionary<string, FileReference>(), [], []);
        (bool saved, AnswerSheet sheet) = await WriteAsync(visit, step, posted, none, cancellation);
        return saved ? PageResults.Kept(Fingerprint.Of(step, visit.Filled(sheet))) : PageResults.ChangedElsewhere;
    }

    private Task<(bool Saved, AnswerSheet Sheet)> WriteAsync(
        FormVisit visit, FormStep step, PostedForm posted, FilesPosted given, CancellationToken cancellation) =>
        submissions.SaveAsync(
            visit,
            there =>
            {
                AnswerSheet after = With(visit, step, posted, given, there);
                return IsAsSeen(visit, step, there, posted, given) || Fingerprint.Of(step, after) == Fingerprint.Of(step, there) ? after : null;
            },
            cancellation);

    private static AnswerSheet With(FormVisit visit, FormStep step, PostedForm posted, FilesPosted given, AnswerSheet there) =>
        there.With(step.Page, step.Recommendation, given.Beside(FormInput.Read(step, posted.Fields), there)) with { Language = visit.Language };

    // A page that says nothing of what it was made from is one that nobody keeps open. One that sent something to be kept and had no answer, as on a
    // bad network, has seen what it sent.
    private static bool IsAsSeen(FormVisit visit, FormStep step, AnswerSheet there, PostedForm posted, FilesPosted given) =>
        posted.Field(FormInput.SeenField) is not { } seen
        || seen == Fingerprint.Of(step, there)
        || (posted.Field(FormInput.SentField) is { } sent
            && Fingerprint.Of(step, With(visit, step, PostedForm.Parse(sent), given.WithoutFiles, there)) == Fingerprint.Of(step, there));
}
