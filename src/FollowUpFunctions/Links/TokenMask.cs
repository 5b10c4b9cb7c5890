using System.Text.RegularExpressions;

namespace FollowUpFunctions.Links;

/// <summary>
/// Finds the tokens of personal links in any text by their form, also percent-encoded, and blanks them out. A new kind of link has a token of that
/// form (<see cref="PersonalLinks"/>), or extends this.
/// </summary>
public static partial class TokenMask
{
    public const string Blank = "(token)";

    public static bool Finds(string? text) => text is not null && Token.IsMatch(text);

    public static string Of(string text) => Token.Replace(text, Blank);

    // The key's version, a point, 18 bytes in base64url. In a stack trace `1. is a generic type.
    [GeneratedRegex(@"(?<![0-9`])(?:\d|%3\d)+(?:\.|%2[Ee])(?:[A-Za-z0-9_-]|%[0-9A-Fa-f]{2}){24}")]
    private static partial Regex Token { get; }
}
