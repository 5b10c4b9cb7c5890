using System.Globalization;
using F23.StringSimilarity;
using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>The names of all settings that the app heeds, and how they are read. README's table and local.settings.sample.json have the same names.</summary>
public static class Settings
{
    // What App Service leaves in a setting whose secret it could not fetch.
    private const string VaultReference = "@Microsoft.KeyVault(";

    private static readonly Levenshtein _likeness = new();

    public static IReadOnlyList<string> Names { get; } =
    [
        .. from name in (string[])["AzureWebJobsStorage", "Records", "Plans"]
           from part in StorageConnection.Parts.Select(p => $":{p}").Prepend("")
           where (name, part) is not ("Plans", ":tableServiceUri")
           select name + part,
        "Storage:Prefix",
        "App:BaseUrl",
        "Links:SigningKey", "Links:KeyVersion", "Links:EarlierKeys",
        "Mail:Provider", "Mail:From", "Mail:PickupContainer", "Mail:PickupBounces",
        "Mail:SendGridKey", "Mail:SendGridWebhookKey", "Mail:SendGridUrl", "Mail:SendGridSandbox", "Mail:SendGridPatience", "Mail:SendGridTimeout",
        "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:Smtp:Password", "Mail:Smtp:Security",
        "Publication:Container", "Publication:BaseUrl",
        "Rounds:PageSize",
        "Desk:Coordinators",
        "Children:LeaveTo",
        "Http:ForwardedFor",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    // A host has more of its own behind the name of its storage.
    private static readonly string[] _sections =
        [.. Names.Where(n => n.Contains(':', StringComparison.Ordinal)).Select(n => n.Split(':')[0]).Distinct().Where(s => s != "AzureWebJobsStorage")];

    /// <returns>The number, or -1 for what is none.</returns>
    public static int Number(IConfiguration configuration, string name, int otherwise) =>
        string.IsNullOrEmpty(configuration[name]) ? otherwise
            : int.TryParse(configuration[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    /// <summary>A list separated by commas.</summary>
    public static IReadOnlyList<string> List(IConfiguration configuration, string name) =>
        (configuration[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https";

    /// <summary>A sentence for each setting that has a name which nothing reads, or a value that never came from where it is kept.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (string path in _sections.SelectMany(s => configuration.GetSection(s).AsEnumerable().Where(p => p.Value is not null && p.Key != s)).Select(p => p.Key))
        {
            if (!Names.Contains(path, StringComparer.OrdinalIgnoreCase))
                yield return $"{path} is no setting of this app: use {Nearest(path)} if that is what is meant, or take it away.";
        }

        foreach (string name in Names.Where(n => configuration[n]?.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase) == true))
            yield return $"{name} refers to a key vault, and nothing came from there: let the app's identity read the vault's secrets, and look whether the secret is there.";
    }

    private static string Nearest(string path) => Names.MinBy(n => _likeness.Distance(n.ToUpperInvariant(), path.ToUpperInvariant()))!;
}
