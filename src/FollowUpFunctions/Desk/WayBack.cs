namespace FollowUpFunctions.Desk;

/// <summary>Where a form or a link of the desk may lead to when it is done: the desk itself, and nowhere else.</summary>
internal static class WayBack
{
    /// <summary>In the address of the pages by which people sign in.</summary>
    public const string Field = "back";

    private const int Longest = 2_000;

    /// <summary>The address, path and query, if it is one of the desk; else the desk's first page.</summary>
    /// <param name="root">Path of the desk.</param>
    public static string To(string? address, string root) => address is not null && IsOfDesk(address, root) ? address : root;

    private static bool IsOfDesk(string address, string root)
    {
        if (address.Length > Longest || address.Any(c => c is <= ' ' or > '~' or '\\'))
            return false;
        string path = address.Split('?', '#')[0];
        if (path != root && !path.StartsWith($"{root}/", StringComparison.Ordinal))
            return false;

        // A browser resolves /desk/../r/ and /desk/%2e%2e/r/ to an address that is not the desk's.
        string[] parts = Uri.UnescapeDataString(path).Split('/', '\\');
        return !parts.Skip(1).SkipLast(1).Contains("") && !parts.Any(p => p is "." or "..");
    }
}
