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
        return text.Format(
            $"error.{error.Problem}",
            ("label", Label(error.Question)),
            ("limit", limit.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>An answer as its own writer reads it back.</summary>
    public string Answer(Question question, string value) => question.Kind switch
    {
        QuestionKind.Choice when question.Options!.Contains(value) => Option(question, value),
        QuestionKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            => Dates.Day(text, day),
        QuestionKind.File when FileReference.Parse(value) is { } file => File(file),
        _ => value,
    };

    /// <summary>A file as its own giver knows it, and what it was found to be.</summary>
    public string File(FileReference file) =>
        text.Format("file.named", ("name", file.Name), ("kind", FileWording.Kind(text, file.Extension)), ("size", FileWording.Size(text, file.Size)));

    /// <summary>Neither required, nor made required by another answer, nor answered from the start.</summary>
    public static bool IsOptional(Question question) => !question.Required && question.RequiredWhen is null && question.Default is null;

    /// <summary>The id of the control that an error about the question leads to.</summary>
    public static string FieldId(Question question) =>
        question.Kind == QuestionKind.Date ? $"f-{question.Id}{FormInput.Day}" : $"f-{question.Id}";
}
