using System.Globalization;
using FollowUp.Domain.Forms;

namespace FollowUp.Pages.Forms;

/// <summary>The texts of one form in one language.</summary>
public sealed class FormWording(Wording text, Form form)
{
    public string Title => text[$"form.{form.Id}.title"];

    public string Intro => text[$"form.{form.Id}.intro"];

    public string Duration => text[$"form.{form.Id}.duration"];

    /// <summary>Whose answers these are; empty for coordinators, who answer for nobody.</summary>
    public string For(string organisation) =>
        string.IsNullOrWhiteSpace(organisation) ? "" : text.Format("form.for", ("organisation", organisation));

    public string Page(FormPage page) => text[$"form.{form.Id}.page.{page.Id}"];

    public string Label(Question question) => text[$"form.{form.Id}.{question.Id}.label"];

    public string? Hint(Question question) => text.Find($"form.{form.Id}.{question.Id}.hint");

    public string Option(Question question, string option) => text[$"form.{form.Id}.{question.Id}.{option}"];

    public string Error(FormError error)
    {
        int limit = error.Limit ?? FormCheck.LargestNumber;
        string sentence = text.Format(
            $"error.{error.Problem}",
            ("label", Label(error.Question)),
            ("limit", limit.ToString(CultureInfo.InvariantCulture)));
        return error.About is { } about ? text.Pair(Citation(about), sentence) : sentence;
    }

    /// <summary>An answer as its own writer reads it back.</summary>
    public string Answer(Question question, string value) => question.Kind switch
    {
        QuestionKind.Choice when question.Options!.Contains(value) => Option(question, value),
        QuestionKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            => Dates.Day(text, day),
        QuestionKind.Ranking => Place(Ranked.Read(value)),
        QuestionKind.File when FileReference.Parse(value) is { } file => File(file),
        _ => value,
    };

    /// <summary>All values of an answer, one under the other; places in their order.</summary>
    public string Answers(Question question, IReadOnlyList<string> values) => string.Join('\n', (question.Kind == QuestionKind.Ranking
        ? values.OrderBy(v => Ranked.Read(v).Number() ?? int.MaxValue)
        : values.AsEnumerable()).Select(v => Answer(question, v)));

    private static string Place(Ranked ranked) => $"{ranked.Place}. {Citation(ranked.Recommendation)}";

    // A key is paragraph and letter, such as 66-a.
    private static string Citation(string key) => key.Split('-', 2) is [var paragraph, var letter] ? $"¶{paragraph}({letter})" : $"¶{key}";

    /// <summary>A file as its own giver knows it, and what it was found to be.</summary>
    public string File(FileReference file) =>
        text.Format("file.named", ("name", file.Name), ("kind", FileWording.Kind(text, file.Extension)), ("size", FileWording.Size(text, file.Size)));

    /// <summary>Neither required, nor made required by another answer, nor answered from the start.</summary>
    public static bool IsOptional(Question question) => !question.Required && question.RequiredWhen is null && question.Default is null;

    /// <summary>The id of the control that an error about the question leads to.</summary>
    /// <param name="about">The recommendation, of whose place in a ranking the control is.</param>
    public static string FieldId(Question question, string? about = null) =>
        about is not null ? $"f-{question.Id}-{about}" : question.Kind == QuestionKind.Date ? $"f-{question.Id}{FormInput.Day}" : $"f-{question.Id}";
}
