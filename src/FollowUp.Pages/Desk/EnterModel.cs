namespace FollowUp.Pages.Desk;

/// <summary>What a mailed sign-in link opens: one button, since mail scanners open links too.</summary>
/// <param name="Root">Path of the desk.</param>
/// <param name="Action">Where the button posts to; null for a link that is used, over or unknown.</param>
/// <param name="Back">The address of the desk to come back to; null for its first page.</param>
public sealed record EnterModel(string Language, string Root, string? Action, string? Back = null) : PageModel
{
    internal override Type Component => typeof(EnterPage);

    internal string Query => Back is null ? "" : $"&back={Uri.EscapeDataString(Back)}";
}
