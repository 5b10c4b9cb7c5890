using System.Text.RegularExpressions;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Text without what differs from run to run.</summary>
public static partial class Scrubbed
{
    public static string Of(string text)
    {
        text = InvertedTime.Replace(text, "{inverted-time}");
        text = Token.Replace(text, "/{token}");
        text = Invitation.Replace(text, m => m.Value[..4] + "{invitation}");
        text = Host.Replace(text, "http://localhost:{port}");
        text = Container.Replace(text, "{prefix}$1");
        return Decision.Replace(text, "{decision}");
    }

    [GeneratedRegex(@"\b\d{19}\b")]
    private static partial Regex InvertedTime { get; }

    [GeneratedRegex(@"/1\.[A-Za-z0-9_-]{24}")]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"\b0\d{3}[a-z2-9]{10}\b")]
    private static partial Regex Invitation { get; }

    [GeneratedRegex(@"http://(localhost|127\.0\.0\.1):\d+")]
    private static partial Regex Host { get; }

    [GeneratedRegex(@"\bt[0-9a-f]{12}(plans|mail)\b")]
    private static partial Regex Container { get; }

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Decision { get; }
}
