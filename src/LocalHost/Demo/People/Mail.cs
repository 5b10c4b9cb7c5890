using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;

namespace LocalHost.Demo.People;

/// <summary>A mail as the person sees it who opens it.</summary>
/// <param name="Key">What tells it from all others: <c>cycle/round~kind~ordinal~invitation</c>.</param>
/// <param name="Kind">Such as <c>invitation</c>, <c>reminder</c>, <c>plan-published</c>.</param>
/// <param name="Links">All http(s) addresses in its text, in order.</param>
internal sealed partial record Mail(
    string Key, string Round, string Kind, int Ordinal, string Invitation, string To, DateTimeOffset Date, IReadOnlyList<string> Links, string? Unsubscribe)
{
    public string Text { get; private init; } = "";

    /// <summary>The personal link to a form, or null in a mail that asks nothing.</summary>
    public string? Form => Links.FirstOrDefault(IsForm);

    public string? Draft => Links.FirstOrDefault(l => l.EndsWith("/draft", StringComparison.Ordinal));

    /// <summary>The published plan.</summary>
    public string? Plan => Links.FirstOrDefault(l => l.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>What all mails about one place in one round have in common.</summary>
    public string Place => $"{Round}~{Invitation}";

    public static async Task<Mail> ReadAsync(string key, Stream eml, CancellationToken cancellation)
    {
        using MimeMessage message = await MimeMessage.LoadAsync(eml, cancellation);
        string[] name = key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('~');
        return new(
            key,
            name[0],
            name[1],
            int.Parse(name[2], CultureInfo.InvariantCulture),
            name[3],
            message.To.Mailboxes.Single().Address,
            message.Date.ToUniversalTime(),
            [.. Address.Matches(message.TextBody ?? "").Select(m => m.Value).Distinct()],
            message.Headers["List-Unsubscribe"]?.Trim('<', '>', ' '))
        {
            Text = message.TextBody ?? "",
        };
    }

    private static bool IsForm(string link) =>
        new Uri(link).AbsolutePath is ['/', 'r', '/', ..] path && !path.EndsWith("/draft", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Address { get; }
}
