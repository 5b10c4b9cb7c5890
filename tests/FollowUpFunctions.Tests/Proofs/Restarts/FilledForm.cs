using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Tests.Proofs.Restarts;

/// <summary>Any form, filled in completely and always in the same way.</summary>
public static class FilledForm
{
    public static AnswerSheet Of(Form form, Invitation invitation, CycleContents cycle)
    {
        AnswerSheet sheet = AnswerSheet.Blank(form, "en");
        foreach (FormPage page in form.Pages.Where(p => !p.PerRecommendation))
            sheet = sheet.With(page, null, Answers(page, null));
        foreach (FormStep step in FormSteps.Of(form, sheet, invitation.Asked).Where(s => s.Page.PerRecommendation))
            sheet = sheet.With(step.Page, step.Recommendation, Answers(step.Page, step.Recommendation));
        Assert.Empty(FormCheck.Sheet(form, sheet, invitation.Asked));
        return sheet;

        Dictionary<string, IReadOnlyList<string>> Answers(FormPage page, string? recommendation) =>
            page.Questions.ToDictionary(q => q.Id, q => Answer(q, recommendation));

        IReadOnlyList<string> Answer(Question question, string? recommendation) => question.Kind switch
        {
            QuestionKind.Choice => [question.Options![0]],
            QuestionKind.Date => ["2032-06-30"],
            QuestionKind.Number => ["2"],
            QuestionKind.Organisation => [cycle.Stakeholders[(recommendation?.Length ?? 0) % cycle.Stakeholders.Count].Organisation],
            QuestionKind.Organisations => [.. cycle.Stakeholders.Take(2).Select(s => s.Organisation)],
            QuestionKind.Link => ["https://example.org/evidence"],
            QuestionKind.RecommendationChoice => invitation.Asked,
            _ => [$"{question.Id} of {invitation.Who} on {recommendation}"],
        };
    }
}
