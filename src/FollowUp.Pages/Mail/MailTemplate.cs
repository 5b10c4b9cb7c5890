namespace FollowUp.Pages.Mail;

/// <summary>
/// A mail in one language as all who get it have it in common. It is kept in parts, not as text with marks in it: whatever a person is called, nothing
/// of it can be taken for a field.
/// </summary>
public sealed record MailTemplate(MailText Subject, MailText Html, MailText Text)
{
    public RenderedMail Fill(MailPerson person) => new(Subject.Fill(person), Html.Fill(person), Text.Fill(person));
}

/// <summary>A text, or a field to be filled in.</summary>
public readonly record struct MailPart(string Literal, MailField? Field);

/// <param name="IsHtml">Whether values are encoded for HTML.</param>
public sealed record MailText(IReadOnlyList<MailPart> Parts, bool IsHtml)
{
    /// <summary>A text in which nothing is filled in.</summary>
    public static MailText Of(string text, bool isHtml) => new([new(text, null)], isHtml);

    public IEnumerable<MailField> Fields => Parts.Select(p => p.Field).OfType<MailField>().Distinct();

    public string Fill(MailPerson person) => Fill(field => Value(field, person));

    /// <param name="value">What stands for a field; it is put in as it is.</param>
    public string Fill(Func<MailField, string> value) =>
        string.Concat(Parts.Select(p => p.Field is { } field ? value(field) : p.Literal));

    /// <summary>A person's value as this text takes it.</summary>
    public string Value(MailField field, MailPerson person) => IsHtml ? PageEncoding.Html.Encode(person[field]) : person[field];
}
