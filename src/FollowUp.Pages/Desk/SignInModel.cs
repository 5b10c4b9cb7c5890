namespace FollowUp.Pages.Desk;

/// <summary>Why no link was mailed.</summary>
public enum SignInFault
{
    None,

    /// <summary>What was typed is no e-mail address.</summary>
    Address,

    /// <summary>Too many links were asked for.</summary>
    TooMany,
}

/// <summary>Asks for the address that a sign-in link is mailed to.</summary>
/// <param name="Root">Path of the desk.</param>
/// <param name="Email">As it was typed.</param>
/// <param name="Back">The address of the desk to come back to; null for its first page.</param>
public sealed record SignInModel(string Language, string Root, string? Email = null, string? Back = null) : PageModel
{
    /// <summary>How long a link holds, in minutes.</summary>
    public required int Minutes { get; init; }

    public SignInFault Fault { get; init; }

    /// <summary>In minutes; said where too many links were asked for.</summary>
    public int Wait { get; init; }

    /// <summary>A link was asked for: says the same whether or not one was mailed.</summary>
    public bool Sent { get; init; }

    /// <summary>Somebody has just signed out.</summary>
    public bool SignedOut { get; init; }

    internal override Type Component => typeof(SignInPage);

    internal string Address => $"{Root}/sign-in";

    internal string Query => Back is null ? "" : $"&back={Uri.EscapeDataString(Back)}";
}
