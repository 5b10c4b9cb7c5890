using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Desk;

/// <summary>
/// The one cookie of the app: a session of the desk. Browsers take a name that begins with <c>__Host-</c> from this host alone, by https (or on localhost),
/// so no neighbouring site can plant one (RFC 6265bis §4.1.3.2).
/// </summary>
internal static class DeskCookie
{
    public const string Name = "__Host-desk";

    public static string? Of(HttpRequest request) => request.Cookies[Name];

    /// <param name="value">From <see cref="Storage.SessionsTable.BeginAsync"/>.</param>
    public static void Set(HttpResponse response, string value) => response.Cookies.Append(Name, value, Options(Storage.SessionsTable.SessionLength));

    public static void Clear(HttpResponse response) => response.Cookies.Append(Name, "", Options(TimeSpan.Zero));

    // Lax: a link in a mail to a page of the desk opens that page; another site's form comes without the cookie.
    private static CookieOptions Options(TimeSpan age) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = age };
}
