using System.Text.Json;

namespace LocalHost.Hosting;

/// <summary>What this host heeds of an app's host.json.</summary>
internal sealed record HostJson(string RoutePrefix, string? TaskHub, string DefaultVersion)
{
    /// <exception cref="HostException">The file is missing or is not JSON.</exception>
    public static HostJson Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            // Without the setting, the Functions host puts "api" before every route.
            return new(
                Text(document, "http", "routePrefix") ?? "api",
                Text(document, "durableTask", "hubName"),
                Text(document, "durableTask", "defaultVersion") ?? "");
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new HostException($"The app's {path} can't be read: {e.Message}", e);
        }
    }

    private static string? Text(JsonDocument document, string extension, string name) =>
        document.RootElement.TryGetProperty("extensions", out JsonElement extensions)
        && extensions.TryGetProperty(extension, out JsonElement settings)
        && settings.TryGetProperty(name, out JsonElement value)
            ? value.GetString()
            : null;
}
