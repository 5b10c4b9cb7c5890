using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Pages of a form as somebody in Phnom Penh meets them.</summary>
internal sealed record FormPages(Form Form, string Language)
{
    public static DateTimeOffset Closes { get; } = new(2031, 3, 31, 16, 59, 0, TimeSpan.Zero);

    public static Meeting Workshop { get; } = new(
        new(2031, 2, 10, 1, 30, 0, TimeSpan.Zero), new(2031, 2, 10, 10, 0, 0, TimeSpan.Zero), "Hall of the Institute, Phnom Penh", "08:30 Welcome\n09:00 Working groups");

    public IReadOnlyList<RecommendationView> Asked { get; init; } =
        [.. SomeRecommendations.Many(3).Select(r => RecommendationView.Of(r, "en", "en"))];

    public IReadOnlyList<string> Organisations { get; init; } = ["Ministry of Education", "Ministry of Health", "Child Rights Now"];

    public AnswerSheet Sheet { get; init; } = AnswerSheet.Blank(Form, Language);

    public PageFrame Frame => new(Language, Wording.Languages, "Children’s rights in Cambodia 2030–2035", "Asia/Phnom_Penh");

    public IReadOnlyList<string> Keys => [.. Asked.Select(r => r.Key)];

    public IReadOnlyList<FormStep> Steps => FormSteps.Of(Form, Sheet, Keys);

    public static FormPages Of(Form form, string language, int recommendations = 3)
    {
        FormPages pages = new(form, language)
        {
            Asked = [.. SomeRecommendations.Many(recommendations).Select(r => RecommendationView.Of(r, language, "en"))],
        };
        return form.RecommendationsQuestion is { } choice
            ? pages with { Sheet = pages.Sheet with { Answers = new Dictionary<string, IReadOnlyList<string>> { [choice.Id] = pages.Keys } } }
            : pages;
    }

    public FormPages Typed(Func<Question, string?> answer)
    {
        AnswerSheet sheet = Sheet;
        for (int n = 0; n < FormSteps.Of(Form, sheet, Keys).Count; n++)
        {
            FormStep step = FormSteps.Of(Form, sheet, Keys)[n];
            sheet = sheet.With(step.Page, step.Recommendation, step.Page.Questions
                .Select(q => (q.Id, Values: q.Kind == QuestionKind.RecommendationChoice ? Keys : answer(q) is { } value ? [value] : []))
                .ToDictionary(a => a.Id, a => a.Values));
        }

        return this with { Sheet = sheet };
    }

    public FormPageModel Page(FormStep step, bool check = false) => new(
        Frame,
        Form,
        step,
        Steps.ToList().IndexOf(step) + 1,
        Steps.Count + 1,
        Asked.FirstOrDefault(r => r.Key == step.Recommendation),
        Asked,
        Sheet,
        check ? FormCheck.Step(step, Sheet, Keys) : [],
        $"/answer/token/{step.Path}",
        Steps[0] == step ? null : "/answer/token/before",
        Organisations,
        Closes,
        Late: false,
        "Ministry of Education",
        Form.Id.EndsWith("-invitation", StringComparison.Ordinal) ? Workshop : null,
        Form.Id == "plan-review" ? "/answer/token/draft" : null);

    public CheckModel Check() => new(
        Frame, Form, Steps, Asked, Sheet, FormCheck.Sheet(Form, Sheet, Keys), "/answer/token", "/answer/token/send", Closes, Late: false, "Ministry of Education");

    public ReceiptModel Receipt(bool late = false) => new(
        Frame, Form, "K7QF-2M9D", Closes.AddHours(-20), "/answer/token", Closes, late, "Ministry of Education");
}
