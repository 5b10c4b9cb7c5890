using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Infra.Tests.Deployments))]

namespace Infra.Tests;

/// <summary>What the templates come to: compiled once, and worked out by the compiler for each of <c>infra/profiles</c>, without Azure.</summary>
public sealed class Deployments : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-tests").FullName;

    /// <summary>The names of the parameter files.</summary>
    public static TheoryData<string> Names => [.. Bicep.Profiles.Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The compiled template, modules and all.</summary>
    public JsonObject Template { get; private set; } = [];

    /// <summary>By the name of the parameter file. What only Azure knows stays an expression.</summary>
    public IReadOnlyDictionary<string, Deployment> Profiles { get; private set; } = new Dictionary<string, Deployment>();

    public async ValueTask InitializeAsync()
    {
        Copy(new(Bicep.InRepository("infra")), _folder);
        Template = JsonNode.Parse(await Bicep.RunAsync("build", Path.Combine(_folder, "main.bicep"), "--stdout"))!.AsObject();
        Dictionary<string, Deployment> profiles = [];
        foreach (string file in Bicep.Profiles)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            await Bicep.RunAsync(
                "snapshot", Path.Combine(_folder, "profiles", Path.GetFileName(file)), "--mode", "overwrite",
                "--tenant-id", Guid.Empty.ToString(), "--subscription-id", Guid.Empty.ToString());
            string snapshot = await File.ReadAllTextAsync(Path.Combine(_folder, "profiles", $"{name}.snapshot.json"));
            profiles[name] = new(JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray());
        }

        Profiles = profiles;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        foreach (FileInfo file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (DirectoryInfo folder in from.EnumerateDirectories())
            Copy(folder, Directory.CreateDirectory(Path.Combine(to, folder.Name)).FullName);
    }
}

/// <summary>All resources of one parameter file.</summary>
public sealed record Deployment(JsonArray Resources)
{
    private const string AppSettings = "Microsoft.Web/sites/config";

    public IReadOnlyList<JsonObject> Of(string type) => [.. Resources.Select(r => r!.AsObject()).Where(r => (string?)r["type"] == type)];

    public JsonObject Single(string type) => Assert.Single(Of(type));

    public JsonObject Properties(string type) => Single(type)["properties"]!.AsObject();

    /// <summary>An account by the beginning of its name: <c>sthost</c>, <c>strecords</c> or <c>stplans</c>.</summary>
    public JsonObject Account(string prefix) =>
        Of("Microsoft.Storage/storageAccounts").Single(a => a["name"]!.ToString().StartsWith(prefix, StringComparison.Ordinal))["properties"]!.AsObject();

    /// <summary>The app's settings; where Azure alone knows their values, the expression.</summary>
    public JsonNode Settings => Single(AppSettings)["properties"]!;
}
