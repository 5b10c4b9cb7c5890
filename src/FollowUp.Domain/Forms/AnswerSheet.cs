namespace FollowUp.Domain.Forms;

/// <summary>Answers that a coordinator wrote down for somebody.</summary>
/// <param name="How">One of <see cref="Ways"/>.</param>
/// <param name="Note">Why, and from what, for coordinators.</param>
public sealed record Recorded(string How, string? Note)
{
    public static IReadOnlyList<string> Ways { get; } = ["paper", "meeting", "telephone"];
}

/// <summary>
/// What one person has answered to one form. Keys are question ids; on pages repeated per recommendation <c>question@recommendation</c>.
/// Values are never empty: a question that was not answered has no key.
/// </summary>
/// <param name="Language">The language the form was answered in (BCP 47).</param>
public sealed record AnswerSheet(
    string Form,
    int Version,
    string Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    /// <summary>How the coalition came by the answers, where somebody else than the person wrote them down; null where the person sent them.</summary>
    public Recorded? Recorded { get; init; }

    public static AnswerSheet Blank(Form form, string language) =>
        new(form.Id, form.Version, language, new Dictionary<string, IReadOnlyList<string>>());

    public static string Key(string question, string? recommendation) =>
        recommendation is null ? question : $"{question}@{recommendation}";

    public string? Answer(string question, string? recommendation = null) =>
        Answers.TryGetValue(Key(question, recommendation), out IReadOnlyList<string>? values) ? values[0] : null;

    public IReadOnlyList<string> All(string question, string? recommendation = null) =>
        Answers.TryGetValue(Key(question, recommendation), out IReadOnlyList<string>? values) ? values : [];

    /// <summary>This sheet with the answers of one page in place of those it had; questions of the page that are missing lose their answer.</summary>
    public AnswerSheet With(FormPage page, string? recommendation, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        Dictionary<string, IReadOnlyList<string>> answers = new(Answers);
        foreach (Question question in page.Questions)
        {
            string key = Key(question.Id, recommendation);
            string[] given = values.TryGetValue(question.Id, out IReadOnlyList<string>? v)
                ? [.. v.Select(x => x.Trim().ReplaceLineEndings("\n")).Where(x => x.Length > 0)]
                : [];
            if (given.Length == 0)
                answers.Remove(key);
            else
                answers[key] = given;
        }

        return this with { Answers = answers };
    }
}
