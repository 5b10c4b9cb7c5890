namespace FollowUp.Domain.Forms;

/// <summary>One page as a person meets it: repeated pages are one step for each recommendation.</summary>
public sealed record FormStep(FormPage Page, string? Recommendation)
{
    /// <summary>The step's part of the address: <c>page</c> or <c>page/recommendation</c>.</summary>
    public string Path => Recommendation is null ? Page.Id : $"{Page.Id}/{Recommendation}";
}

public static class FormSteps
{
    /// <summary>
    /// The steps of a form for somebody who is asked about <paramref name="asked"/>. Where the form lets people choose recommendations,
    /// the repeated pages repeat over their choice, else over all that is asked.
    /// </summary>
    public static IReadOnlyList<FormStep> Of(Form form, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        IReadOnlyList<string> repeated = form.RecommendationsQuestion is { } choice
            ? [.. asked.Where(sheet.All(choice.Id).Contains)]
            : asked;
        return
        [
            .. form.Pages.SelectMany(page => page.PerRecommendation
                ? repeated.Select(recommendation => new FormStep(page, recommendation))
                : [new FormStep(page, null)]),
        ];
    }
}
