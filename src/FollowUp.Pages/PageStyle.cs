using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Pages;

/// <summary>The inlined style sheets, and the content security policies that allow them and nothing else.</summary>
public static class PageStyle
{
    private static readonly string _published = Hash(Sheets.Plan);

    /// <summary>For application pages and drafts of the plan, sent as the header <c>Content-Security-Policy</c>.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src '{Hash(Application)}' '{Hash(Published)}' '{Hash(Desk)}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For published pages, which carry it in a <c>meta</c> element: that can't hold <c>frame-ancestors</c>.</summary>
    public static string PublishedContentSecurityPolicy { get; } = PublishedPolicy(null);

    /// <param name="formAction">Absolute address of the one form that the page may send: its origin is allowed, and nothing is loaded from there.</param>
    public static string PublishedPolicy(string? formAction) =>
        $"default-src 'none'; style-src '{_published}'; form-action {(formAction is null ? "'none'" : new Uri(formAction).GetLeftPart(UriPartial.Authority))}; base-uri 'none'";

    internal static string Application => Sheets.Site;

    /// <summary>For the coordinator's desk.</summary>
    internal static string Desk => Sheets.Desk;

    internal static string Published => Sheets.Plan;

    private static string Hash(string css) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}";

    private static class Sheets
    {
        public static string Site { get; } = Read("site.css");

        public static string Plan { get; } = Site + Read("plan.css");

        public static string Desk { get; } = Site + Read("desk.css");

        private static string Read(string name)
        {
            Assembly assembly = typeof(PageStyle).Assembly;
            using Stream stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Styles.{name}")
                ?? throw new InvalidOperationException($"Styles/{name} is not embedded in the build.");
            using StreamReader reader = new(stream, Encoding.UTF8);
            return string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
        }
    }
}
