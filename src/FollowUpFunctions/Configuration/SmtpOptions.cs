using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>Settings of <c>Mail:Provider</c> = <c>smtp</c>.</summary>
/// <param name="Host"><c>Mail:Smtp:Host</c></param>
/// <param name="Port"><c>Mail:Smtp:Port</c>: 587.</param>
/// <param name="User"><c>Mail:Smtp:User</c>: empty for a server that wants no sign-in.</param>
/// <param name="Password"><c>Mail:Smtp:Password</c></param>
/// <param name="Security"><c>Mail:Smtp:Security</c>: <c>starttls</c>, <c>tls</c> (encrypted from the first byte on, port 465), or <c>none</c>.</param>
public sealed record SmtpOptions(string Host, int Port, string User, string Password, string Security)
{
    private static readonly string[] _securities = ["starttls", "tls", "none"];

    /// <summary>For each answer of the server.</summary>
    public TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);

    public static SmtpOptions From(IConfiguration configuration) => new(
        configuration["Mail:Smtp:Host"] ?? "",
        Settings.Number(configuration, "Mail:Smtp:Port", 587),
        configuration["Mail:Smtp:User"] ?? "",
        configuration["Mail:Smtp:Password"] ?? "",
        configuration["Mail:Smtp:Security"] is { Length: > 0 } security ? security : _securities[0]);

    public IEnumerable<string> Faults()
    {
        if (Host.Length == 0)
            yield return "Mail:Smtp:Host is missing: set it to the name of the mail server.";
        else if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            yield return "Mail:Smtp:Host is no name of a server: set it to the name alone, such as mail.example.org.";
        if (Port is < 1 or > 65_535)
            yield return "Mail:Smtp:Port must be a number from 1 to 65535, such as 587.";
        if (!_securities.Contains(Security))
            yield return $"Mail:Smtp:Security is '{Security}': use {string.Join(", ", _securities)}.";
        if (User.Length > 0 && Password.Length == 0)
            yield return "Mail:Smtp:Password is missing: set it, or leave Mail:Smtp:User out where the server wants no sign-in.";
        if (User.Length > 0 && Security == "none")
            yield return "Mail:Smtp:Security is 'none', and the password would go over the network in the open: use starttls or tls.";
    }
}
