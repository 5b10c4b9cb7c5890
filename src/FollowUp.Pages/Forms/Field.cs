using FollowUp.Domain.Forms;

namespace FollowUp.Pages.Forms;

/// <summary>One question as a page shows it.</summary>
public sealed record Field(FormPageModel Page, Question Question)
{
    /// <summary>Several steps stand on one page: then the recommendation is part of the name.</summary>
    public bool Together { get; init; }

    /// <summary>The name of its control in the form.</summary>
    public string Name => Together ? AnswerSheet.Key(Question.Id, Page.Step.Recommendation) : Question.Id;

    public string Id => IdOf(Name);

    internal static string IdOf(string name) => $"f-{name.Replace('@', '-')}";

    public string Label => Question.Kind == QuestionKind.Translation
        ? Text.Format("form.translation.into", ("language", Wording.NameOf(Page.Into ?? Page.Frame.Language)))
        : Words.Label(Question);

    public string? Value => Page.Sheet.Answer(Question.Id, Page.Step.Recommendation);

    public IReadOnlyList<string> Values => Page.Sheet.All(Question.Id, Page.Step.Recommendation);

    /// <summary>The sentences about what is wrong, or null.</summary>
    public string? Error => string.Join(' ', Page.Errors.Where(e => e.Question.Id == Question.Id).Select(Words.Error)) is { Length: > 0 } wrong ? wrong : null;

    /// <summary>What is wrong with the place of a recommendation in a ranking, or null.</summary>
    public FormError? ErrorAbout(string recommendation) => Page.Errors.FirstOrDefault(e => e.Question.Id == Question.Id && (e.About ?? recommendation) == recommendation);

    /// <summary>The file that is kept for the question, or null.</summary>
    public FileReference? File => FileReference.Parse(Value);

    /// <summary>For <c>aria-invalid</c>; null leaves the attribute out.</summary>
    public string? Invalid => Error is null ? null : "true";

    public string Class => Error is null ? "field" : "field wrong";

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    /// <summary>For <c>aria-describedby</c>; null where there is neither hint nor error.</summary>
    public string? DescribedBy => (Hint.Length > 0, Error is not null) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public string Hint => string.Join(' ', new[]
    {
        Words.Hint(Question),
        Question.Private && !Page.IsPrivate ? Text["form.private"] : null,
        Question.Kind is QuestionKind.LongText or QuestionKind.Translation ? Text.Format("form.limit", ("limit", Question.MaxLength)) : null,
    }.OfType<string>());

    public Wording Text => Wording.For(Page.Frame.Language);

    public FormWording Words => new(Text, Page.Form);
}
