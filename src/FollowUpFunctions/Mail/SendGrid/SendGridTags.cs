using System.Globalization;
using FollowUp.Pages.Mail;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>
/// What stands for personal values in the texts of one call: two tags for a value, one for HTML and one for plain text. SendGrid replaces tags
/// wherever they stand, also in what it has just put in, so they are chosen to occur in nobody's values and nowhere in the template.
/// </summary>
internal sealed class SendGridTags
{
    private readonly string _word;
    private readonly MailField[] _html;
    private readonly MailField[] _plain;

    private SendGridTags(string word, MailTemplate template)
    {
        _word = word;
        _html = [.. template.Html.Fields];
        _plain = [.. template.Text.Fields.Concat(template.Subject.Fields).Distinct()];
    }

    /// <param name="mails">Of one template.</param>
    public static SendGridTags For(IReadOnlyList<OutgoingMail> mails)
    {
        MailTemplate template = mails[0].Template;
        string[] texts =
        [
            .. new[] { template.Subject, template.Html, template.Text }.SelectMany(t => t.Parts.Select(p => p.Literal)),
            .. mails.SelectMany(m => Values(m.Person)),
        ];
        string word = Enumerable.Range(0, int.MaxValue)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"fill{n}-"))
            .First(word => Array.TrueForAll(texts, t => !t.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return new(word, template);
    }

    public string InHtml(MailField field) => $"-{_word}{field}-html-";

    public string InText(MailField field) => $"-{_word}{field}-text-";

    public IReadOnlyDictionary<string, string> Substitutions(OutgoingMail mail) => Enumerable.Concat(
        _html.Select(f => KeyValuePair.Create(InHtml(f), mail.Template.Html.Value(f, mail.Person))),
        _plain.Select(f => KeyValuePair.Create(InText(f), mail.Template.Text.Value(f, mail.Person)))).ToDictionary();

    private static IEnumerable<string> Values(MailPerson person) => [person.Name, person.Organisation, person.Link, person.Unsubscribe ?? ""];
}
