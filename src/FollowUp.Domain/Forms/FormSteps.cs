namespace FollowUp.Domain.Forms;

/// <summary>One page as a person meets it: repeated pages are one step for each recommendation.</summary>
/// <param name="Recommendation">What the step is about, as the invitation names it: a recommendation's key, or that of one of its commitments.</param>
public sealed record FormStep(FormPage Page, string? Recommendation)
{
    /// <summary>The step's part of the address: <c>page</c> or <c>page/recommendation</c>.</summary>
    public string Path => Recommendation is null ? Page.Id : $"{Page.Id}/{Recommendation}";
}

public static class FormSteps
{
    /// <summary>
    /// The steps of a form for somebody who is asked about <paramref name="asked"/>. Where the form lets people choose recommendations,
    /// the repeated pages repeat over their choice, else over all that is asked. Repeated pages that stand side by side are gone through
    /// recommendation by recommendation.
    /// </summary>
    public static IReadOnlyList<FormStep> Of(Form form, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        IReadOnlyList<string> repeated = form.RecommendationsQuestion is { } choice
            ? [.. asked.Where(sheet.All(choice.Id).ToHashSet().Contains)]
            : asked;
        List<FormStep> steps = [];
        for (int n = 0; n < form.Pages.Count;)
        {
            FormPage[] together = [.. form.Pages.Skip(n).TakeWhile((page, m) => m == 0 || (page.PerRecommendation && form.Pages[n].PerRecommendation))];
            IReadOnlyList<string?> about = form.Pages[n].PerRecommendation ? [.. repeated] : [null];
            steps.AddRange(about.SelectMany(r => together.Where(page => IsShown(form, page, sheet, r)).Select(page => new FormStep(page, r))));
            n += together.Length;
        }

        return steps;
    }

    // The page of the condition must be shown too: an answer on a page that was taken back shows nothing.
    private static bool IsShown(Form form, FormPage page, AnswerSheet sheet, string? recommendation)
    {
        if (page.ShownWhen is not { } when)
            return true;
        FormPage earlier = form.Pages.First(p => p.Questions.Any(q => q.Id == when.Question));
        return IsShown(form, earlier, sheet, earlier.PerRecommendation ? recommendation : null)
            && sheet.Answer(when.Question, earlier.PerRecommendation ? recommendation : null) is { } given
            && (when.Answer is null || when.Answer == given);
    }
}
