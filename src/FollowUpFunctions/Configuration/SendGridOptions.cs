using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>Settings of <c>Mail:Provider</c> = <c>sendgrid</c>.</summary>
/// <param name="Key"><c>Mail:SendGridKey</c>: an API key that may send mail.</param>
/// <param name="Url"><c>Mail:SendGridUrl</c>: <c>https://api.sendgrid.com</c>, or <c>https://api.eu.sendgrid.com</c> for the European region.</param>
/// <param name="SandboxText"><c>Mail:SendGridSandbox</c>: <c>true</c> or <c>false</c>.</param>
/// <param name="WebhookKey"><c>Mail:SendGridWebhookKey</c>: the public key (base64) of the signed event webhook.</param>
/// <param name="Patience"><c>Mail:SendGridPatience</c>: how long to wait for events of a mail whose outcome is unknown; an hour.</param>
/// <param name="Timeout"><c>Mail:SendGridTimeout</c>: how long a call may take; a minute.</param>
public sealed record SendGridOptions(string Key, string Url, string SandboxText, string WebhookKey, TimeSpan Patience, TimeSpan Timeout)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3);

    /// <summary>SendGrid checks mails and delivers none.</summary>
    public bool Sandbox => bool.TryParse(SandboxText, out bool sandbox) && sandbox;

    public static SendGridOptions From(IConfiguration configuration) => new(
        configuration["Mail:SendGridKey"] ?? "",
        (configuration["Mail:SendGridUrl"] is { Length: > 0 } url ? url : "https://api.sendgrid.com").TrimEnd('/'),
        configuration["Mail:SendGridSandbox"] is { Length: > 0 } sandbox ? sandbox : "false",
        configuration["Mail:SendGridWebhookKey"] ?? "",
        Time(configuration["Mail:SendGridPatience"], TimeSpan.FromHours(1)),
        Time(configuration["Mail:SendGridTimeout"], TimeSpan.FromMinutes(1)));

    public IEnumerable<string> Faults()
    {
        if (Key.Length == 0)
            yield return "Mail:SendGridKey is missing: set it to an API key of SendGrid that may send mail.";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out Uri? url) || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
            yield return "Mail:SendGridUrl is not an https address: leave it out, or set it to https://api.eu.sendgrid.com for the European region.";
        if (!bool.TryParse(SandboxText, out _))
            yield return "Mail:SendGridSandbox must be true or false.";
        if (WebhookKey.Length == 0 && !Sandbox)
            yield return "Mail:SendGridWebhookKey is missing: set it to the verification key of SendGrid's signed event webhook, which tells what bounced.";
        if (WebhookKey.Length > 0 && !IsPublicKey(WebhookKey))
            yield return "Mail:SendGridWebhookKey is not a public key: copy it from the settings of SendGrid's event webhook as it stands there.";
        if (Patience < _shortest || Patience > _longest)
            yield return "Mail:SendGridPatience must be a time of at most three days, such as 01:00:00.";
        if (Timeout < _shortest || Timeout > TimeSpan.FromMinutes(10))
            yield return "Mail:SendGridTimeout must be a time of at most ten minutes, such as 00:01:00.";
    }

    private static TimeSpan Time(string? given, TimeSpan otherwise) =>
        string.IsNullOrEmpty(given) ? otherwise
            : TimeSpan.TryParseExact(given, "c", CultureInfo.InvariantCulture, out TimeSpan time) ? time
            : TimeSpan.Zero;

    private static bool IsPublicKey(string base64)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
            return true;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
