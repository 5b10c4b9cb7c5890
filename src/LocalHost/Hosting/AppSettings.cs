using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Hosting;

/// <summary>App settings as the Functions host reads them: local.settings.json, then the environment, which wins.</summary>
internal static class AppSettings
{
    public const string Storage = "AzureWebJobsStorage";

    /// <summary>Where an app that does not send its mail puts it.</summary>
    public static string MailContainer(IConfiguration settings) =>
        (settings["Storage:Prefix"] ?? "").ToLowerInvariant() + (settings["Mail:PickupContainer"] ?? "mail");

    /// <param name="port">At which the app will be reached.</param>
    public static IConfigurationRoot Read(HostOptions options, string workingFolder, string dataFolder, int port)
    {
        Dictionary<string, string?> installation = InstallationSecrets.Of(dataFolder, options.SecretSettings);
        if (options.BaseUrlSetting is { } baseUrl)
            installation[baseUrl] = $"http://localhost:{port}";

        return new ConfigurationBuilder()
            .AddInMemoryCollection(options.DefaultSettings)
            .AddInMemoryCollection(installation)
            .AddInMemoryCollection(Local(Path.Combine(workingFolder, "local.settings.json")))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(options.Settings.Select(pair => KeyValuePair.Create(Name(pair.Key), pair.Value)))
            .Build();
    }

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
