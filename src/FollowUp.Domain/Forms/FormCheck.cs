using System.Globalization;

namespace FollowUp.Domain.Forms;

/// <summary>Something to mend before a form can be sent; the sentence stands under <c>error.{Problem}</c>.</summary>
/// <param name="Problem">One of <see cref="FormProblem"/>'s names.</param>
/// <param name="Limit">The limit that was passed, where there is one.</param>
/// <param name="About">The recommendation that was given a wrong place in a ranking, or null.</param>
public sealed record FormError(FormStep Step, Question Question, string Problem, int? Limit = null, string? About = null);

public static class FormProblem
{
    public const string Missing = "missing";
    public const string TooLong = "too-long";
    public const string NotAnOption = "not-an-option";
    public const string NotADate = "not-a-date";
    public const string NotANumber = "not-a-number";
    public const string NotALink = "not-a-link";
    public const string TooMany = "too-many";
    public const string NotAPlace = "not-a-place";
    public const string TwoPlaces = "two-places";
    public const string NotToRank = "not-to-rank";

    /// <summary>No file that is kept, or not kept for this question.</summary>
    public const string NotAFile = "not-a-file";
    public const string FileEmpty = "file-empty";
    public const string FileTooLarge = "file-too-large";

    /// <summary>Its bytes are of no kind that can be given, whatever it is called.</summary>
    public const string FileUnknown = "file-unknown";
    public const string FileDamaged = "file-damaged";

    /// <summary>It opens only with a password.</summary>
    public const string FileLocked = "file-locked";

    /// <summary>It holds macros or other programs.</summary>
    public const string FileActive = "file-active";

    /// <summary>It was given on a page that was changed elsewhere meanwhile: nothing of it was kept.</summary>
    public const string FileAgain = "file-again";

    /// <summary>Not one question of the whole form was answered.</summary>
    public const string Nothing = "nothing";

    public static IReadOnlyList<string> All { get; } = [
        Missing, TooLong, NotAnOption, NotADate, NotANumber, NotALink, TooMany, NotAPlace, TwoPlaces, NotToRank,
        NotAFile, FileEmpty, FileTooLarge, FileUnknown, FileDamaged, FileLocked, FileActive, FileAgain, Nothing,
    ];
}

/// <summary>The one place that says whether answers can be taken.</summary>
public static class FormCheck
{
    public const int LargestNumber = 100_000;

    public const int MostOrganisations = 5;

    /// <summary>What is wrong with one step of a sheet, in the order of its questions.</summary>
    public static IReadOnlyList<FormError> Step(FormStep step, AnswerSheet sheet, IReadOnlyList<string> asked) =>
        [
            .. step.Page.Questions.SelectMany(q => q.Kind == QuestionKind.Ranking && sheet.All(q.Id, step.Recommendation) is { Count: > 0 } places
                ? Ranking(step, q, places, asked)
                : new[] { Question(step, q, sheet, asked) }.OfType<FormError>()),
        ];

    /// <summary>What is wrong with a whole sheet, step by step; a sheet that answers nothing can't be sent.</summary>
    public static IReadOnlyList<FormError> Sheet(Form form, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        IReadOnlyList<FormStep> steps = FormSteps.Of(form, sheet, asked);
        FormError[] errors = [.. steps.SelectMany(step => Step(step, sheet, asked))];
        return errors.Length == 0 && steps.Count > 0 && !IsAnswered(steps, sheet)
            ? [new(steps[0], steps[0].Page.Questions[0], FormProblem.Nothing)]
            : errors;
    }

    /// <summary>Whether anything was said: to choose recommendations, or to leave what is set, says nothing.</summary>
    public static bool IsAnswered(IReadOnlyList<FormStep> steps, AnswerSheet sheet) =>
        steps.Any(step => step.Page.Questions.Any(q =>
            q.Kind != QuestionKind.RecommendationChoice && sheet.Answer(q.Id, step.Recommendation) is { } answer && answer != q.Default));

    private static FormError? Question(FormStep step, Question question, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        IReadOnlyList<string> values = sheet.All(question.Id, step.Recommendation);
        if (values.Count == 0)
            return IsRequired(step, question, sheet) ? new(step, question, FormProblem.Missing) : null;

        if (question.Kind == QuestionKind.Organisations && values.Count > MostOrganisations)
            return new(step, question, FormProblem.TooMany, MostOrganisations);
        if (question.Kind is not (QuestionKind.RecommendationChoice or QuestionKind.Organisations) && values.Count > 1)
            return new(step, question, FormProblem.NotAnOption);

        return values.Select(value => Problem(question, value, asked)).FirstOrDefault(p => p is not null) is { } problem
            ? new(step, question, problem, problem == FormProblem.TooLong ? question.MaxLength : null)
            : null;
    }

    private static IEnumerable<FormError> Ranking(FormStep step, Question question, IReadOnlyList<string> values, IReadOnlyList<string> asked) =>
        values.Select(Ranked.Read).GroupBy(r => r.Recommendation).Select(given =>
            !asked.Contains(given.Key) ? new FormError(step, question, FormProblem.NotToRank)
            : given.Count() > 1 ? new(step, question, FormProblem.TwoPlaces, About: given.Key)
            : given.First().Number(asked.Count) is null ? new(step, question, FormProblem.NotAPlace, asked.Count, given.Key)
            : null).OfType<FormError>();

    private static bool IsRequired(FormStep step, Question question, AnswerSheet sheet) =>
        question.Required
        || (question.RequiredWhen is { } when
            && sheet.Answer(when.Question, step.Recommendation) is { } given
            && (when.Answer is null || when.Answer == given));

    private static string? Problem(Question question, string value, IReadOnlyList<string> asked) => question.Kind switch
    {
        QuestionKind.Choice => question.Options!.Contains(value) ? null : FormProblem.NotAnOption,
        QuestionKind.RecommendationChoice => asked.Contains(value) ? null : FormProblem.NotAnOption,
        QuestionKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : FormProblem.NotADate,
        QuestionKind.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n <= LargestNumber
            ? null
            : FormProblem.NotANumber,
        QuestionKind.File => FileReference.Parse(value) is null ? FormProblem.NotAFile : null,
        QuestionKind.Link when value.Length > question.MaxLength => FormProblem.TooLong,
        QuestionKind.Link => Uri.TryCreate(value, UriKind.Absolute, out Uri? link) && (link.Scheme is "http" or "https")
            ? null
            : FormProblem.NotALink,
        _ => value.Length > question.MaxLength ? FormProblem.TooLong : null,
    };
}
