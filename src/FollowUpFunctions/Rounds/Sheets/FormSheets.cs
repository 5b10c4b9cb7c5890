using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds.Sheets;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Rounds;

/// <summary>Forms with a page for each recommendation as spreadsheets, for offices with weak connections: out, and back in.</summary>
public sealed class FormSheets(Submissions submissions, Translations translations, FormPages pages, PageResults results)
{
    public static bool IsOffered(FormVisit visit) => visit.Form.IsRepeated && visit.Invitation.Asked.Count > 0;

    public static IResult Download(FormVisit visit) =>
        PageResults.File(FormWorkbook.Of(visit), SheetFormat.Xlsx.MediaType, $"{visit.Round.Id}.xlsx");

    /// <summary>Saves what is in the spreadsheet as the person's draft, all of it or, where anything must be mended, nothing.</summary>
    public async Task<IResult> TakeAsync(FormVisit visit, PostedForm posted, CancellationToken cancellation)
    {
        FormSheetLayout layout = new(visit);
        if (posted.File is not { } file)
            return await RefusedAsync(visit, [new(null, layout.Wording["sheet.problem.none"])]);
        FormSheetReading reading = FormSheetReading.Of(file, layout, visit.Invitation.Asked);
        if (reading.Problems.Count > 0)
            return await RefusedAsync(visit, reading.Problems);

        FormSheetMerge merge = new(layout, reading.Rows, visit.Invitation.Asked, posted.Field(FormInput.ReplaceField) is not null);
        (bool saved, AnswerSheet sheet) = await submissions.SaveAsync(
            visit, there => merge.Into(there) is var merged && merge.Problems.Count == 0 ? merged with { Language = visit.Language } : null, cancellation);
        if (!saved)
            return await RefusedAsync(visit, merge.Problems, merge.IsTorn);
        await TranslatedAsync(visit with { Sheet = sheet }, merge.Taken, cancellation);
        return PageResults.SeeOther(pages.Address(visit, FormEndpoints.Check));
    }

    private async Task TranslatedAsync(FormVisit visit, IReadOnlyList<FilledRow> taken, CancellationToken cancellation)
    {
        if (visit.Kind != RoundKinds.Translation)
            return;
        foreach (FormStep step in visit.Steps.Where(s => taken.Any(row => row.About is not null && row.About == s.Recommendation)))
            await translations.TakeAsync(visit, step, cancellation);
    }

    private Task<IResult> RefusedAsync(FormVisit visit, IReadOnlyList<SpreadsheetProblem> problems, bool mayReplace = false) =>
        results.PageAsync(pages.Spreadsheet(visit, problems, mayReplace));
}
