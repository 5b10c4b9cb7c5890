using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Pages;

/// <summary>A script that stands in a page, and the policy that allows it and no other. Every page works without.</summary>
internal sealed record PageScript(string Text, string Policy)
{
    /// <summary>Keeps what is typed into a form as a draft; it talks to the form's own address.</summary>
    public static PageScript Draft { get; } = Read("draft.js", "connect-src 'self'");

    /// <summary>Leaves a page of children so that nothing of it stays behind in the tab.</summary>
    public static PageScript Leave { get; } = Read("leave.js", "connect-src 'none'");

    private static PageScript Read(string name, string reaches)
    {
        Assembly assembly = typeof(PageScript).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Scripts.{name}")
            ?? throw new InvalidOperationException($"Scripts/{name} is not embedded in the build.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        string text = string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new(text, $"{PageStyle.ContentSecurityPolicy}; script-src 'sha256-{hash}'; {reaches}");
    }
}
