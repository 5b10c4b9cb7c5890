using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Security;

/// <summary>What a browser tells of the page that a request came from.</summary>
internal static class SameOrigin
{
    /// <summary>
    /// Whether the browser says that another site's page sent it. What says nothing, such as an old browser, is not foreign: a form's own key is asked for
    /// beside this. Our pages send <c>Origin: null</c>, since they tell nobody where they are (Fetch standard, Referrer-Policy <c>no-referrer</c>).
    /// </summary>
    public static bool IsForeign(HttpRequest request, string baseUrl)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is not ("same-origin" or "none");
        string origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != "null" && !origin.Equals(new Uri(baseUrl).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
