using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Rounds;

/// <summary>
/// The forms behind personal links. GET and HEAD change nothing, nor does a POST without the page's own button: mail scanners do both.
/// </summary>
public sealed class FormEndpoints(
    FormVisits visits,
    Submissions submissions,
    StepAnswers steps,
    ChildrenTold told,
    FreshLinks freshLinks,
    FormPages pages,
    FormSheets sheets,
    PageResults results)
{
    public const string Check = "check";
    public const string Receipt = "receipt";
    public const string Draft = "draft";
    public const string Told = "told";

    /// <summary>The page for answering in a spreadsheet, and the spreadsheet.</summary>
    public const string Spreadsheet = "spreadsheet";

    public const string SpreadsheetFile = "form.xlsx";

    private const string Route = "r/{cycle}/{round}/{invitation}/{token}/{page?}/{recommendation?}";

    [Function(nameof(ShowForm))]
    public async Task<IResult> ShowForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string cycle, string round, string invitation, string token, string? page, string? recommendation, CancellationToken cancellation)
    {
        FormAddress address = new(cycle, round, invitation, token, request.Query["lang"]);
        if (await visits.OpenAsync(address, cancellation) is not { } visit)
            return await results.DeadLinkAsync(request);
        if (page is SpreadsheetFile && visit.Facts.Settings.Cancelled is null && FormSheets.IsOffered(visit))
            return FormSheets.Download(visit);
        return await results.PageAsync(page switch
        {
            _ when visit.Facts.Settings.Cancelled is not null => FormPages.Cancelled(visit),
            Told when visit.Children is not null => FormPages.Told(visit, await told.FindAsync(cycle, cancellation)),
            null when visit.Invitation.Submitted is not null => await pages.ReceiptAsync(visit, cancellation),
            null => pages.Resume(visit),
            Check => pages.Check(visit, []),
            Spreadsheet when FormSheets.IsOffered(visit) => pages.Spreadsheet(visit, []),
            Draft when visit.Kind.IsReview => await pages.DraftAsync(visit, cancellation),
            Receipt when visit.Invitation.Submitted is not null => await pages.ReceiptAsync(visit, cancellation),
            _ => Step(visit, page, recommendation) is { } step ? pages.Step(visit, step, []) : pages.NotFound(visit),
        });
    }

    [Function(nameof(AnswerForm))]
    public async Task<IResult> AnswerForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cycle, string round, string invitation, string token, string? page, string? recommendation, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, cancellation) is not { } posted)
            return await results.TooLargeAsync(request);
        FormAddress address = new(cycle, round, invitation, token, posted.Language ?? request.Query["lang"]);
        if (await visits.OpenAsync(address, cancellation) is not { } visit)
        {
            return posted.Button switch
            {
                FormInput.FreshLink => await results.FreshLinkAsync(request, () => freshLinks.SendAsync(address, cancellation)),
                FormInput.Keep => PageResults.Gone,
                _ => await results.DeadLinkAsync(request),
            };
        }

        if (posted.Button == FormInput.Keep)
            return await steps.KeepAsync(visit, Step(visit, page, recommendation), posted, cancellation);
        if (visit.Facts.Settings.Cancelled is not null)
            return await results.PageAsync(FormPages.Cancelled(visit));
        if (page is Check)
            return posted.Button == FormInput.Send ? await SendAsync(visit, posted, cancellation) : await results.PageAsync(pages.Check(visit, []));
        if (page is Spreadsheet && FormSheets.IsOffered(visit))
            return posted.Button == FormInput.TakeSheet ? await sheets.TakeAsync(visit, posted, cancellation) : await results.PageAsync(pages.Spreadsheet(visit, []));
        if (Step(visit, page, recommendation) is not { } step)
            return await results.PageAsync(pages.NotFound(visit));
        return posted.Button is FormInput.Continue or FormInput.Later or FormInput.Speak
            ? await steps.SaveAsync(visit, step, posted, cancellation)
            : await results.PageAsync(pages.Step(visit, step, []));
    }

    private async Task<IResult> SendAsync(FormVisit visit, PostedForm posted, CancellationToken cancellation)
    {
        if (posted.Field(FormInput.SeenField) is { } seen && seen != Fingerprint.Of(visit.Sheet))
            return await results.PageAsync(pages.CheckAgain(visit));
        IReadOnlyList<FormError> errors = FormCheck.Sheet(visit.Form, visit.Sheet, visit.Invitation.Asked);
        if (errors.Count > 0 || visit.Sheet.Answers.Count == 0)
            return await results.PageAsync(pages.Check(visit, errors));
        await submissions.SubmitAsync(visit.Invitation, visit.Sheet with { Recorded = null }, cancellation);
        return PageResults.SeeOther(pages.Address(visit, Receipt));
    }

    private static FormStep? Step(FormVisit visit, string? page, string? recommendation) =>
        visit.Steps.FirstOrDefault(s => s.Page.Id == page && s.Recommendation == recommendation);
}
