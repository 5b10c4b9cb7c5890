using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>Where logs, traces and metrics go; nowhere where nothing is set.</summary>
/// <param name="Insights"><c>APPLICATIONINSIGHTS_CONNECTION_STRING</c></param>
/// <param name="Authentication">
/// <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>, as the Functions host reads it: <c>Authorization=AAD</c>, and <c>ClientId=…</c> for a user-assigned identity.
/// </param>
/// <param name="Otlp"><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: a collector of OpenTelemetry; the other settings of the specification's exporter are heeded too.</param>
public sealed record TelemetryOptions(string Insights, string Authentication, string Otlp)
{
    private const string Authorization = "Authorization";
    private const string ClientId = "ClientId";

    public bool IsOn => Insights.Length > 0 || Otlp.Length > 0;

    /// <summary>The identity that may write to Application Insights; null where its connection string is enough.</summary>
    public TokenCredential? Credential => Authentication.Length == 0 ? null
        : new ManagedIdentityCredential(Pairs(Authentication).TryGetValue(ClientId, out string? id) ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);

    public static TelemetryOptions From(IConfiguration configuration) => new(
        configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] ?? "",
        configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] ?? "",
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? "");

    public IEnumerable<string> Faults()
    {
        if (Insights.Length > 0 && !(Pairs(Insights).TryGetValue("InstrumentationKey", out string? key) && Guid.TryParse(key, out _)))
            yield return "APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string: copy it from the page of the Application Insights resource, or leave it out.";
        if (Authentication.Length > 0 && !IsAuthentication(Pairs(Authentication)))
            yield return "APPLICATIONINSIGHTS_AUTHENTICATION_STRING must be Authorization=AAD, or ClientId=ID;Authorization=AAD with a user-assigned identity's id.";
        if (Otlp.Length > 0 && !Settings.IsWebAddress(Otlp))
            yield return "OTEL_EXPORTER_OTLP_ENDPOINT is no http(s) address: set it to the collector's, such as http://localhost:4317, or leave it out.";
    }

    private static bool IsAuthentication(Dictionary<string, string> pairs) =>
        pairs.GetValueOrDefault(Authorization) == "AAD"
        && (!pairs.TryGetValue(ClientId, out string? id) || Guid.TryParse(id, out _))
        && pairs.Keys.All(k => k is Authorization or ClientId);

    private static Dictionary<string, string> Pairs(string text) => text
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .DistinctBy(p => p[0])
        .ToDictionary(p => p[0], p => p.Length > 1 ? p[1] : "");
}
