using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Hosting;

/// <summary>App settings as the Functions host reads them: local.settings.json, then the environment, which wins.</summary>
internal static class AppSettings
{
    public const string Storage = "AzureWebJobsStorage";

    public static IConfigurationRoot Read(HostOptions options, string folder) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(Named(options.Defaults?.Invoke(options) ?? new Dictionary<string, string?>()))
            .AddInMemoryCollection(Local(Path.Combine(folder, "local.settings.json")))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Named(options.Settings))
            .Build();

    private static IEnumerable<KeyValuePair<string, string?>> Named(IReadOnlyDictionary<string, string?> settings) =>
        settings.Select(pair => KeyValuePair.Create(Name(pair.Key), pair.Value));

    private static Dictionary<string, string?> Local(string path)
    {
        Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path))
            return values;

        try
        {
            JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path), lenient);
            if (document.RootElement.TryGetProperty("Values", out JsonElement settings))
            {
                foreach (JsonProperty setting in settings.EnumerateObject())
                    values[Name(setting.Name)] = setting.Value.ToString();
            }

            return values;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new HostException($"The settings file {path} can't be read: {e.Message}", e);
        }
    }

    private static string Name(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
