using FollowUpFunctions;
using LocalHost.Hosting;

namespace LocalHost;

/// <summary>Says which app this host runs and what it needs to be tried; nothing else outside Demo/ knows it.</summary>
public static class App
{
    private const string Coordinators = "Desk:Coordinators";

    public static HostOptions Options { get; } = new HostOptions
    {
        Assemblies = [typeof(FollowUpApp).Assembly],
        ConfigureServices = FollowUpApp.ConfigureServices,
        BaseUrlSetting = "App:BaseUrl",
        SecretSettings = ["Links:SigningKey"],
        DefaultSettings = new Dictionary<string, string?> { ["Mail:From"] = "follow-up@localhost", [Coordinators] = "coordinator@example.org" },
        Pages = settings => [("Desk", "desk", $"for {(settings[Coordinators] is { Length: > 0 } named ? named : "the coordinators of cycles")}")],
    }.WithHostJson(Path.Combine(AppContext.BaseDirectory, "host.json"));
}
