using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Restarts;

/// <summary>Any form, filled in completely and always in the same way.</summary>
public static class FilledForm
{
    private const int Silent = 3;

    /// <summary>Has everybody but one answer a round who has not.</summary>
    public static async Task SendAsync(TestApp app, string cycle, Round round, CancellationToken cancellation)
    {
        Form form = RoundForms.Find(RoundKinds.Find(round.Id)!.Form.Id, round.FormVersion);
        CycleContents contents = await app.Cycles.ContentsAsync(cycle, cancellation);
        foreach (Invitation invitation in await app.Invitations.CountedAsync(new(cycle, round.Id), round.Pages, cancellation))
        {
            if (!invitation.IsOutstanding || invitation.Who == SampleCycle.Who(Silent))
                continue;
            Invitation whole = (await app.Invitations.FindAsync(invitation.Ref, cancellation))!;
            await app.Service<Submissions>().SubmitAsync(whole, Of(form, whole, contents), cancellation);
        }
    }

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
            QuestionKind.Organisation => [cycle.Stakeholders[(recommendation?.Sum(c => c) ?? 0) % cycle.Stakeholders.Count].Organisation],
            QuestionKind.Organisations => [.. cycle.Stakeholders.Take(2).Select(s => s.Organisation)],
            QuestionKind.Link => ["https://example.org/evidence"],
            QuestionKind.RecommendationChoice => invitation.Asked,
            QuestionKind.Ranking => [.. invitation.Asked.Select((key, n) => $"{key}={n + 1}")],
            QuestionKind.File => [],
            _ => [$"{question.Id} of {invitation.Who} on {recommendation}"],
        };
    }
}
