using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.Pages.Mail;

/// <summary>Words that stand for a person's values while a mail is written once for many; chosen so that nothing else in the mail contains them.</summary>
internal sealed class MailMarkers
{
    private readonly Dictionary<string, MailField> _fields;
    private readonly string _word;

    private MailMarkers(string word)
    {
        _word = word;
        _fields = Enum.GetValues<MailField>().ToDictionary(Marker);
    }

    public static MailMarkers For(MailModel shared)
    {
        string mail = JsonSerializer.Serialize(shared);
        return new(Enumerable.Range(0, int.MaxValue).Select(n => $"fillin{n}x").First(word => !mail.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    public MailModel Put(MailModel shared) => shared.Of(
        Marker(MailField.Name), Marker(MailField.Organisation), Marker(MailField.Link), Marker(MailField.Unsubscribe));

    public MailText Split(string text, bool isHtml) => new(
        [
            .. Regex.Split(text, $"({string.Join('|', _fields.Keys.Select(Regex.Escape))})")
                .Where(part => part.Length > 0)
                .Select(part => _fields.TryGetValue(part, out MailField field) ? new MailPart("", field) : new MailPart(part, null)),
        ],
        isHtml);

    private string Marker(MailField field) => field switch
    {
        MailField.Link => $"https://{_word}link.invalid",
        MailField.Unsubscribe => $"https://{_word}stop.invalid",
        _ => $"{_word}{field}",
    };
}
