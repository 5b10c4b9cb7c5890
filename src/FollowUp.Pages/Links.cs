namespace FollowUp.Pages;

internal static class Links
{
    /// <summary>The address if it is one of the web, else null: Razor would let <c>javascript:</c> through.</summary>
    public static string? Http(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme is "http" or "https") ? address : null;
}
