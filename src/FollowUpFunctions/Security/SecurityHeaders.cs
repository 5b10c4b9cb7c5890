using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Security;

/// <summary>The headers of every answer of the app; an answer that has set one of them itself keeps its own.</summary>
internal static class SecurityHeaders
{
    /// <summary>For whatever is no page: it loads nothing and stands in nobody's frame.</summary>
    public const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>A year, for this name alone: others under the same domain may not be ours.</summary>
    public const string HttpsOnly = "max-age=31536000";

    private static readonly (string Name, string Value)[] _always =
    [
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", NothingAllowed),
        ("X-Robots-Tag", "noindex"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];

    /// <param name="https">Whether people reach the app by https.</param>
    public static void Complete(IHeaderDictionary headers, bool https)
    {
        foreach ((string name, string value) in _always)
            headers.TryAdd(name, value);
        if (https)
            headers.TryAdd("Strict-Transport-Security", HttpsOnly);
    }
}
